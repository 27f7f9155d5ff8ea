/** First, plain version of this package. */
@org.jspecify.annotations.NullMarked
package dev.coffer.chunker;
