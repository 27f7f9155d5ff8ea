package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the scripts that let shells complete commands and options, and the manual. */
@Command(
        name = "generate",
        description = "Write completion scripts for shells (a file named - is standard output) or the manual.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  coffer generate --bash-completion /etc/bash_completion.d/coffer",
            "  coffer generate --man /usr/local/share/man/man1"
        })
final class GenerateCommand implements Task {

    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by CommandSpecs
    CommandSpec spec;

    @Option(names = "--bash-completion", paramLabel = "FILE", description = "For bash.")
    @Nullable
    String bash;

    @Option(names = "--zsh-completion", paramLabel = "FILE", description = "For zsh.")
    @Nullable
    String zsh;

    @Option(names = "--fish-completion", paramLabel = "FILE", description = "For fish.")
    @Nullable
    String fish;

    @Option(names = "--powershell-completion", paramLabel = "FILE", description = "For PowerShell.")
    @Nullable
    String powerShell;

    @Option(
            names = "--man",
            paramLabel = "DIR",
            description = "Write a manual page for each command into this folder, which must exist.")
    @Nullable
    String manual;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        List<@Nullable String> scripts = Arrays.asList(bash, zsh, fish, powerShell);
        if (manual == null && scripts.stream().allMatch(Objects::isNull)) {
            throw new BadRequest("Say what to write, for example --bash-completion -");
        }
        if (Collections.frequency(scripts, "-") > 1) {
            throw new BadRequest("Only one script can go to standard output; name files for the others.");
        }
        CommandLine program = spec.root().commandLine();
        // The script for bash serves zsh as well: it begins by loading zsh's support for such scripts.
        write(bash, AutoComplete.bash("coffer", program));
        write(zsh, AutoComplete.bash("coffer", program));
        write(fish, FishCompletion.of(program));
        write(powerShell, PowerShellCompletion.of(program));
        if (manual != null) {
            ManPages.write(program, Path.of(manual));
        }
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
