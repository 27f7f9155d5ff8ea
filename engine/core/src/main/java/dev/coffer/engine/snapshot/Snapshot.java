package dev.coffer.engine.snapshot;

public record Snapshot(String x) {}
