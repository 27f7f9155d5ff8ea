package dev.coffer.engine.snapshot;

public final class SnapshotCodec {
    private SnapshotCodec() {}

    public static Snapshot decode(byte[] b) throws java.io.IOException {
        return new Snapshot("");
    }

    public static byte[] encode(Snapshot s) {
        return new byte[0];
    }
}
