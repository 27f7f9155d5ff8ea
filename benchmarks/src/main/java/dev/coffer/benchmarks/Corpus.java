package dev.coffer.benchmarks;

import dev.coffer.testing.RandomData;

/** Named content, the same in every run. */
public enum Corpus {
    /** Cannot be compressed: encrypted or compressed files, pictures, films. */
    RANDOM,
    /** Words in lines: prose, logs, sources. */
    TEXT,
    /** Records with fields of a few bytes: programs, databases. */
    BINARY,
    /** What sparse files and new disks are full of. */
    ZEROS,
    /** Trees of directories, as the engine stores them. */
    TREES;

    /** The first {@code length} bytes of it, the caller's. */
    public byte[] bytes(int length) {
        return switch (this) {
            case RANDOM -> new RandomData(1).bytes(length);
            case TEXT -> new RandomData(2).text(length);
            case BINARY -> SyntheticRecords.bytes(length);
            case ZEROS -> new byte[length];
            case TREES -> SyntheticTree.content(length);
        };
    }
}
