/**
 * What a store must do to hold a restic repository, and how a store is found.
 *
 * <p>A <em>location</em> such as {@code s3:host/bucket} names a store; its scheme chooses a
 * {@link dev.coffer.backend.BackendProvider}, which opens a {@link dev.coffer.backend.Backend}. Stores deal in whole files
 * named by {@link dev.coffer.backend.Handle}s and know nothing of encryption, blobs or trees. This package depends on the
 * JDK alone.
 */
@NullMarked
package dev.coffer.backend;

import org.jspecify.annotations.NullMarked;
