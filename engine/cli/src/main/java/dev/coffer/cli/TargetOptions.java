package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.source.FilesFrom;
import dev.coffer.engine.source.PathExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Lists of things to back up, besides those on the command line. */
final class TargetOptions {

    @Option(
            names = "--files-from",
            paramLabel = "FILE",
            description = "Back up what the lines of this file say; they may hold wildcards. - is standard input.")
    List<String> patterns = new ArrayList<>();

    @Option(
            names = "--files-from-verbatim",
            paramLabel = "FILE",
            description = "Back up what the lines of this file say, exactly.")
    List<String> verbatim = new ArrayList<>();

    @Option(
            names = "--files-from-raw",
            paramLabel = "FILE",
            description = "Back up what this file says, with a zero byte after each name.")
    List<String> raw = new ArrayList<>();

    boolean isEmpty() {
        return patterns.isEmpty() && verbatim.isEmpty() && raw.isEmpty();
    }

    /** Everything the lists name. */
    List<String> read(Session session, String workingDirectory) throws IOException {
        PathExpansion expansion = new PathExpansion(LocalFiles.host(), workingDirectory);
        List<String> targets = new ArrayList<>();
        for (String file : patterns) {
            for (String pattern : FilesFrom.patterns(content(session, file))) {
                targets.addAll(expand(session, expansion, pattern));
            }
        }
        for (String file : verbatim) {
            targets.addAll(FilesFrom.verbatim(content(session, file)));
        }
        for (String file : raw) {
            targets.addAll(raw(session, file));
        }
        return targets;
    }

    private static byte[] content(Session session, String file) throws IOException {
        return FilesFrom.content(file, session.surroundings().in());
    }

    private static List<String> expand(Session session, PathExpansion expansion, String pattern) {
        List<String> found = expansion.expand(pattern);
        if (found.isEmpty()) {
            session.output().message("pattern \"" + pattern + "\" does not match any files, skipping");
        }
        return found;
    }

    private static List<String> raw(Session session, String file) throws IOException {
        try {
            return FilesFrom.raw(content(session, file));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("Cannot use the list of files " + file + ": " + e.getMessage() + ".");
        }
    }
}
