/** Tests of the chunker. */
@NullMarked
package dev.coffer.chunker;

import org.jspecify.annotations.NullMarked;
