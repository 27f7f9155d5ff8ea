/**
 * Which snapshots a policy keeps, and why: the rules of {@code restic forget}, decision by decision. Works on snapshots that are
 * loaded already, and removes nothing. Depends on snapshot.
 */
@NullMarked
package dev.coffer.engine.retention;

import org.jspecify.annotations.NullMarked;
