/**
 * A restic repository: its config and keys, its locks, and safe ways to save and load blobs.
 *
 * <p>One invariant holds at every moment, whatever fails: <em>nothing refers to what is not yet stored</em>. A pack is
 * stored before the index that lists it, the index before the snapshot that needs it. An interrupted backup therefore leaves
 * packs and index entries that nobody refers to yet, and the next backup finds and uses them.
 *
 * <p>Saving runs through one chain without queues:
 *
 * <pre>
 * BlobSaver -> PackManager -> PackUploader -> Backend
 * </pre>
 *
 * A slow store blocks the hand-off of full packs, which blocks those who seal, which blocks those who read: memory stays
 * bounded by the open packs and those being uploaded. A store that lends drafts, as a folder does, has the packs in files
 * from the first byte on; then they take no memory at all.
 */
@NullMarked
package dev.coffer.engine.repository;

import org.jspecify.annotations.NullMarked;
