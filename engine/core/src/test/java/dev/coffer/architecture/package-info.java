/** The rules about what may depend on what, as tests. */
@NullMarked
package dev.coffer.architecture;

import org.jspecify.annotations.NullMarked;
