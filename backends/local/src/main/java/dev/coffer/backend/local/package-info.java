/**
 * Repositories in a folder of a local (or mounted) file system: {@code local:/path} or simply a path.
 *
 * <p>A file is written under a temporary name beside its final one, forced to disk, renamed, and made read-only. Depends on
 * {@code dev.coffer.backend} alone.
 */
@NullMarked
package dev.coffer.backend.local;

import org.jspecify.annotations.NullMarked;
