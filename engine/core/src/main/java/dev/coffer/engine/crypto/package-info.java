/**
 * Sealing and opening bytes as restic does, and the keys for it.
 *
 * <p>Terms. <em>Sealed</em>: {@code IV(16) || AES-256-CTR ciphertext || Poly1305-AES tag(16)}. <em>Master key</em>: the three
 * keys every file of a repository is sealed with. <em>User key</em>: three keys of the same shape, derived by scrypt from a
 * password, with which the master key itself is sealed. Depends on the JDK alone.
 */
@NullMarked
package dev.coffer.engine.crypto;

import org.jspecify.annotations.NullMarked;
