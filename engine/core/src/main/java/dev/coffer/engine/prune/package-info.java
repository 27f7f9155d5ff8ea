/**
 * Removes data that no snapshot needs, in two steps that know nothing of each other: a plan, and its execution.
 *
 * <ol>
 *   <li>{@link dev.coffer.engine.prune.PrunePlanner} finds the blobs that snapshots need, and decides for every pack whether it
 *       is kept, removed, or gives way to new packs with those of its blobs that are needed. The decisions are those of restic
 *       0.19. It changes nothing, and refuses to plan if anything is not as it should be.
 *   <li>{@link dev.coffer.engine.prune.PruneExecutor} carries a {@link dev.coffer.engine.prune.PrunePlan} out, in an order in
 *       which nothing is removed before everything that replaces it is stored and listed.
 * </ol>
 *
 * <p>Of the blobs, a plan holds one bit each; else only what is known of whole packs is in memory. May depend on everything below
 * the work packages.
 */
@NullMarked
package dev.coffer.engine.prune;

import org.jspecify.annotations.NullMarked;
