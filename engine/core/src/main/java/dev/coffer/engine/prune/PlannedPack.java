package dev.coffer.engine.prune;

import dev.coffer.engine.blob.ObjectId;

/**
 * What a prune does with a pack, and why.
 *
 * @param size bytes of the file; 0 if it is missing
 */
public record PlannedPack(PackUsage usage, PackReason reason, long size) {

    public ObjectId pack() {
        return usage.pack();
    }

    public PackAction action() {
        return reason.action();
    }
}
