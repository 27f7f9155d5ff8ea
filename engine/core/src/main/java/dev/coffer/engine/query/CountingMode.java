package dev.coffer.engine.query;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.Locale;

/** What statistics count. */
public enum CountingMode {
    /** What a restore of each snapshot would write; hard links once. */
    RESTORE_SIZE,
    /** Files of different content. */
    FILES_BY_CONTENTS,
    /** The blobs of each such file, by path. */
    BLOBS_PER_FILE,
    /** Blobs as they are stored, however many files use them. */
    RAW_DATA;

    /** The word of the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mode that a word of the command line stands for.
     *
     * @throws BadRequest if it stands for none
     */
    public static CountingMode parse(String word) throws BadRequest {
        for (CountingMode mode : values()) {
            if (mode.label().equals(word)) {
                return mode;
            }
        }
        throw new BadRequest("unknown counting mode: " + word
                + " (use restore-size, files-by-contents, blobs-per-file or raw-data)");
    }
}
