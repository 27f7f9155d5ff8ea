package dev.coffer.engine.compress;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How hard to compress; the names are restic's. */
public enum CompressionMode {
    /** A good bargain of time and size; data that looks random is only framed. */
    AUTO(3, true),
    /** For data blobs not at all (the caller's matter); trees and files of the repository like {@link #AUTO}. */
    OFF(3, true),
    /** As fast as it gets; data that looks random is only framed. */
    FASTEST(1, true),
    /** Smaller and slower. */
    BETTER(7, false),
    /** As small as it gets within a window of 8 MiB, and slow. */
    MAX(15, false);

    private final int level;
    private final boolean framesRandomData;

    CompressionMode(int level, boolean framesRandomData) {
        this.level = level;
        this.framesRandomData = framesRandomData;
    }

    /** The level of the zstd library, for messages that are not short. */
    int level() {
        return level;
    }

    /** Whether data that looks random is stored in a frame of raw blocks without trying to compress it. */
    boolean framesRandomData() {
        return framesRandomData;
    }

    /** Whether short messages, such as the content of small files, are compressed with less effort than long ones. */
    boolean spendsLessOnShort() {
        return this == AUTO || this == OFF;
    }

    /** The name in options and environment variables: lower-case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode with this label.
     *
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static CompressionMode parse(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no compression mode is called \"" + label + "\"; there are " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(CompressionMode::label).collect(Collectors.joining(", "));
    }
}
