package dev.coffer.engine.snapshot;

public record StoredSnapshot(dev.coffer.engine.blob.ObjectId id, Snapshot snapshot) {}
