package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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

    /** Whether the mode of overwriting permits to replace what is there. */
    boolean mayReplace(FileStat stat, Node node) {
        return switch (run.request().overwrite()) {
            case ALWAYS, IF_CHANGED -> true;
            case IF_NEWER -> node.mtime().toInstant().isAfter(stat.mtime());
            case NEVER -> false;
        };
    }

    /** Whether a file is taken to be right without reading it. */
    boolean isTrusted(FileStat stat, Node node, long size) {
        return run.request().overwrite() == Overwrite.IF_CHANGED
                && stat.isFile()
                && stat.size() == size
                && stat.mtime().equals(node.mtime().toInstant());
    }
}
