/**
 * Repositories in a bucket of Backblaze B2, by its own protocol: {@code b2:bucket:prefix}.
 *
 * <p>An application key is exchanged for an {@link dev.coffer.backend.b2.Authorization}: a token, and addresses for all other
 * requests. {@link dev.coffer.backend.b2.B2Api} sends them, and gets another authorization when one has expired. Uploads go to
 * addresses of their own, which {@link dev.coffer.backend.b2.B2Uploads} keeps. B2 keeps every version of a file until it is
 * deleted; a file of a repository is the newest version of that name. Depends on {@code dev.coffer.backend} and
 * {@code dev.coffer.backend.http}.
 */
@NullMarked
package dev.coffer.backend.b2;

import org.jspecify.annotations.NullMarked;
