/** Settings of the pods and containers that back up and restore. Depends on the parent package. */
@NullMarked
package dev.coffer.operator.api.runtime;

import org.jspecify.annotations.NullMarked;
