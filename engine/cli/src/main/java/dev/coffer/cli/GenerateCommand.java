package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the scripts that let shells complete commands and options. */
@Command(
        name = "generate",
        description = "Write completion scripts for shells; a file named - is standard output.",
        footerHeading = "%nExample:%n",
        footer = "  coffer generate --bash-completion /etc/bash_completion.d/coffer")
final class GenerateCommand implements Task {

    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    @Option(names = "--bash-completion", paramLabel = "FILE", description = "For bash.")
    private @Nullable String bash;

    @Option(names = "--zsh-completion", paramLabel = "FILE", description = "For zsh.")
    private @Nullable String zsh;

    @Option(names = "--fish-completion", paramLabel = "FILE", description = "For fish.")
    private @Nullable String fish;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        if (bash == null && zsh == null && fish == null) {
            throw new BadRequest("Say which script to write, for example --bash-completion -");
        }
        CommandLine program = spec.root().commandLine();
        // The script for bash serves zsh as well: it begins by loading zsh's support for such scripts.
        write(bash, AutoComplete.bash("coffer", program));
        write(zsh, AutoComplete.bash("coffer", program));
        write(fish, FishCompletion.of(program));
        return ExitCode.OK;
    }

    private void write(@Nullable String file, String script) throws IOException {
        if (file == null) {
            return;
        }
        if (file.equals("-")) {
            session.output().line(script.stripTrailing());
        } else {
            Files.writeString(Path.of(file), script);
        }
    }
}
