/**
 * Makes the best of a damaged repository: an index that fits the packs, and packs without what is damaged in them. What is lost
 * is brought back from other places that have it ({@link dev.coffer.engine.repair.BlobRecovery}), or told and left to whoever
 * repairs snapshots.
 *
 * <p>May depend on everything below the work packages.
 */
@NullMarked
package dev.coffer.engine.repair;

import org.jspecify.annotations.NullMarked;
