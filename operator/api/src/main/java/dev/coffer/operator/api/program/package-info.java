/** How modules add commands to the one program of the operator. Depends on nothing. */
@NullMarked
package dev.coffer.operator.api.program;

import org.jspecify.annotations.NullMarked;
