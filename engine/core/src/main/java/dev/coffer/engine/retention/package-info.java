/**
 * Which snapshots a policy keeps, and why: the rules of {@code restic forget}, decision by decision. Works on snapshots that are
 * loaded already; {@link dev.coffer.engine.retention.SnapshotRemoval} carries the decisions out. May depend on snapshot and
 * repository.
 */
@NullMarked
package dev.coffer.engine.retention;

import org.jspecify.annotations.NullMarked;
