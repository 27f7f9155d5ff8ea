package dev.coffer.engine.archive;

import dev.coffer.engine.source.FilterRules;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Where the content of a backup comes from. */
public sealed interface BackupSource {

    /**
     * Files and folders of this machine.
     *
     * @param targets as the user wrote them, at least one
     * @param workingDirectory absolute path that relative targets start from
     */
    record Targets(List<String> targets, String workingDirectory, FilterRules rules) implements BackupSource {

        public Targets {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Bytes that become one file.
     *
     * @param path of the file in the snapshot, of at least one {@linkplain #names name}; relative ones start at the root
     */
    record Stream(String path, StreamOpener content) implements BackupSource {

        /** The names of the folders and of the file, without dots: a snapshot that holds {@code ..} cannot be restored. */
        public List<String> names() {
            Deque<String> names = new ArrayDeque<>();
            for (String name : path.split("/")) {
                switch (name) {
                    case "", "." -> {}
                    case ".." -> names.pollLast();
                    default -> names.add(name);
                }
            }
            return List.copyOf(names);
        }
    }

    /** Opens a stream, once, for the backup to read and close. */
    @FunctionalInterface
    interface StreamOpener {

        /**
         * A stream whose failure, also at its end, means that there will be no snapshot. It may be closed by another thread
         * than the one that is reading it, and should then make the latter return.
         */
        InputStream open() throws IOException;
    }
}
