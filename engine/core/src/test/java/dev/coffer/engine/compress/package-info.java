/** Tests of compression. */
@NullMarked
package dev.coffer.engine.compress;

import org.jspecify.annotations.NullMarked;
