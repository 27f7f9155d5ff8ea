/** The kind AppBinding: applications, such as databases, and how they are reached. Depends on the parent package. */
@NullMarked
package dev.coffer.operator.api.app;

import org.jspecify.annotations.NullMarked;
