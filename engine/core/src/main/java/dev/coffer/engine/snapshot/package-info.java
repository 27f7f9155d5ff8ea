/**
 * Snapshots: one backup each, pointing to the tree of its root. Their stored form, and choosing among many of them: by id, by
 * filter, by group. Works on snapshots that are loaded already. Depends on blob, json, and errors.
 */
@NullMarked
package dev.coffer.engine.snapshot;

import org.jspecify.annotations.NullMarked;
