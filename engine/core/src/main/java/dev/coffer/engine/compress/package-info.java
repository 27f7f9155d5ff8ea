/**
 * Compression of blobs and files: Zstandard frames (RFC 8878) of any level, which restic reads whatever program wrote them. The
 * only package that sees the zstd library.
 */
@NullMarked
package dev.coffer.engine.compress;

import org.jspecify.annotations.NullMarked;
