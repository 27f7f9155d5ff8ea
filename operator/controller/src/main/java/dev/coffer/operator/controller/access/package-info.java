/** The accounts and rights of the pods that back up and restore. Depends on cluster. */
@NullMarked
package dev.coffer.operator.controller.access;

import org.jspecify.annotations.NullMarked;
