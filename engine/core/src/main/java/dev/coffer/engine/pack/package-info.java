/**
 * The pack file: sealed blobs one after another, then a sealed header that lists them.
 *
 * <pre>
 * pack   = blob* header length(header)
 * blob   = seal(plain) | seal(zstd(plain))
 * header = seal(entry*)
 * entry  = type:1 storedLength:4 [plainLength:4] id:32
 * </pre>
 *
 * Numbers are little-endian; the final length is that of the sealed header. Entries stand in physical order without gaps,
 * so offsets follow from lengths. May depend on blob, buffer, errors, crypto and compress.
 */
@NullMarked
package dev.coffer.engine.pack;

import org.jspecify.annotations.NullMarked;
