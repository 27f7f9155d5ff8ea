/**
 * Repositories in a folder of a local (or mounted) file system: {@code local:/path} or simply a path.
 *
 * <p>A file is written under a temporary name beside its final one, forced to disk, renamed, and made read-only. One whose name is
 * not known yet, a {@linkplain dev.coffer.backend.Draft draft}, grows under a temporary name in the first folder for packs. Depends
 * on {@code dev.coffer.backend} alone.
 */
@NullMarked
package dev.coffer.backend.local;

import org.jspecify.annotations.NullMarked;
