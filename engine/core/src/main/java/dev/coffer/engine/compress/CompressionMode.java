package dev.coffer.engine.compress;

public enum CompressionMode {
    AUTO,
    OFF,
    FASTEST,
    BETTER,
    MAX
}
