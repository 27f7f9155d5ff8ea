package dev.coffer.operator.agent.restore;

import dev.coffer.engine.snapshot.StoredSnapshot;

/**
 * A path to restore from a snapshot.
 *
 * @param path absolute; {@code /} for all of the snapshot
 */
record RestorePart(StoredSnapshot snapshot, String path) {}
