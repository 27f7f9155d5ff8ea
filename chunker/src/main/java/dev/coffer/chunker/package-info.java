/**
 * Content-defined chunking: cuts data where its content says so, so that an insertion moves the cuts but hardly changes the
 * chunks. Byte-exact with restic; depends on the JDK alone.
 *
 * <p>Terms. <em>Fingerprint</em>: the last 64 bytes, read as a polynomial over GF(2), modulo an irreducible polynomial that each
 * repository draws for itself. <em>Cut</em>: the end of a chunk, after a byte at which the low bits of the fingerprint are zero.
 *
 * <p>The algorithm, for each chunk:
 *
 * <ol>
 *   <li>The window is empty but for a single byte 1, as if the data began with {@code 0…0 1}.
 *   <li>The first {@code min − 64} bytes are skipped: they belong to the chunk but never enter the window.
 *   <li>Every further byte enters the window. There is a cut after it if the chunk has at least {@code min} bytes and the
 *       fingerprint ends in {@code averageBits} zero bits, or if it has {@code max} bytes.
 * </ol>
 */
@NullMarked
package dev.coffer.chunker;

import org.jspecify.annotations.NullMarked;
