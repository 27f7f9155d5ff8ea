package dev.coffer.engine.crypto;

public record KdfParameters(int n, int r, int p) {
    public static KdfParameters calibrated() {
        return new KdfParameters(32768, 8, 1);
    }
}
