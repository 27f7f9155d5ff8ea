/**
 * Snapshots as a read-only file system: folders that lead to snapshots by id, time, host or tag, and below them what was backed
 * up. Knows nothing of how a system mounts it.
 *
 * <p>{@link dev.coffer.engine.browse.SnapshotsFolder} is the root; everything else is found from there by
 * {@link dev.coffer.engine.browse.Folder#entries}. Folders are read when somebody looks into them, content when somebody reads
 * it, and both are kept in memory for a while, within limits that do not depend on the size of the repository.
 */
@NullMarked
package dev.coffer.engine.browse;

import org.jspecify.annotations.NullMarked;
