package dev.coffer.engine.crypto;

/**
 * Poly1305 (RFC 8439, 2.5) for many messages under one {@code r}: the tag is a hash of the message under {@code r}, to which
 * {@code s} is added, which must be new for every message. One thread at a time.
 */
sealed interface OneTimeAuthenticator permits Poly1305, PlatformPoly1305 {

    int TAG_BYTES = 16;
    int BLOCK_BYTES = 16;

    /**
     * The one that is fastest here.
     *
     * @param r 16 bytes, clamped here, not kept
     */
    static OneTimeAuthenticator of(byte[] r) {
        return PlatformPoly1305.isFaster() && PlatformPoly1305.takes(r) ? new PlatformPoly1305(r) : new Poly1305(r);
    }

    /** Takes in the next part of the message: whole blocks, except for the last part. */
    void update(byte[] data, int offset, int length);

    /**
     * Writes the tag of the message and starts the next one.
     *
     * @param mask the 16 bytes {@code s} added at the end, new for every message
     */
    void finish(byte[] mask, byte[] tag, int tagOffset);

    /** Forgets the key and the message. */
    void wipe();
}
