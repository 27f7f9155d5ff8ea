/**
 * Repositories in a bucket of Google Cloud Storage: {@code gs:bucket:/prefix}.
 *
 * <p>Speaks the JSON API by itself, since the seven requests that a repository takes are quickly written and Google's client
 * for it is larger than the rest of the program. Who asks is the business of Google's library for authentication, whose own
 * requests go the same way. Nothing of that library is loaded for a token that is given. Depends on
 * {@code dev.coffer.backend} and {@code dev.coffer.backend.http}.
 */
@NullMarked
package dev.coffer.backend.gs;

import org.jspecify.annotations.NullMarked;
