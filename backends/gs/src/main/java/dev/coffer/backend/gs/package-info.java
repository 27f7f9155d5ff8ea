/**
 * Repositories in a bucket of Google Cloud Storage: {@code gs:bucket:/prefix}. By Google's client, over HTTP; which is not loaded
 * for any other location. Depends on {@code dev.coffer.backend} and {@code dev.coffer.backend.http}.
 */
@NullMarked
package dev.coffer.backend.gs;

import org.jspecify.annotations.NullMarked;
