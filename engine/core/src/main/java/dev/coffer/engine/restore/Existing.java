package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;

/** Looks at what stands at the target already. */
final class Existing {

    private final RestoreRun run;

    Existing(RestoreRun run) {
        this.run = run;
    }

    Optional<FileStat> stat(String target) throws IOException {
        try {
            return Optional.of(run.files().stat(target));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that a directory of this restore is where it was. Nothing else stands there unless somebody else is at
     * work; that must not lead us elsewhere.
     */
    void requireDirectory(String target) throws IOException {
        if (!run.files().stat(target).isDirectory()) {
            throw new FileSystemException(
                    NativeString.printable(target), null, "cannot restore into it: it is no longer a directory");
        }
    }

    /**
     * Whether the mode of overwriting permits to replace what is there.
     *
     * @param mtime of what would take its place
     */
    boolean mayReplace(FileStat stat, Instant mtime) {
        return switch (run.request().overwrite()) {
            case ALWAYS, IF_CHANGED -> true;
            case IF_NEWER -> mtime.isAfter(stat.mtime());
            case NEVER -> false;
        };
    }

    /** Whether a file is taken to be right without reading it. */
    boolean isTrusted(FileStat stat, Instant mtime, long size) {
        return run.request().overwrite() == Overwrite.IF_CHANGED
                && stat.isFile()
                && stat.size() == size
                && stat.mtime().equals(mtime);
    }
}
