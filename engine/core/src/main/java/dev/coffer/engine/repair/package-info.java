/**
 * Makes the best of a damaged repository: an index that fits the packs, and packs without what is damaged in them. What is lost
 * for good is told, and left to whoever repairs snapshots.
 *
 * <p>May depend on everything below the work packages.
 */
@NullMarked
package dev.coffer.engine.repair;

import org.jspecify.annotations.NullMarked;
