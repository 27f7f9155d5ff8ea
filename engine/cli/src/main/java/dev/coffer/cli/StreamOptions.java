package dev.coffer.cli;

import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.CommandOutput;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Backing up a stream instead of files. */
final class StreamOptions {

    @Option(names = "--stdin", description = "Back up what comes on standard input, as one file.")
    boolean stdin;

    @Option(
            names = "--stdin-from-command",
            description = "Back up what a command prints, as one file; the arguments are the command. "
                    + "If it fails, there is no snapshot.")
    boolean command;

    @Option(
            names = "--stdin-filename",
            paramLabel = "NAME",
            description = "Name of that file, or its path (default: ${DEFAULT-VALUE}).")
    String path = "stdin";

    boolean stdin() {
        return stdin;
    }

    /**
     * The stream that is to be backed up, if there is one.
     *
     * @param arguments of the command line that are no options
     */
    Optional<BackupSource> source(List<String> arguments, Surroundings surroundings) throws BadRequest {
        if (!stdin && !command) {
            return Optional.empty();
        }
        if (stdin && command) {
            throw new BadRequest("--stdin and --stdin-from-command exclude each other; give one of them.");
        }
        if (new BackupSource.Stream(path, surroundings::in).names().isEmpty()) {
            throw new BadRequest("--stdin-filename needs the name of a file.");
        }
        if (stdin) {
            if (!arguments.isEmpty()) {
                throw new BadRequest("--stdin makes no sense together with files or folders.");
            }
            return Optional.of(new BackupSource.Stream(path, surroundings::in));
        }
        if (arguments.isEmpty()) {
            throw new BadRequest("--stdin-from-command needs a command, as in: -- pg_dump mydb");
        }
        return Optional.of(new BackupSource.Stream(path, () -> CommandOutput.start(arguments)));
    }
}
