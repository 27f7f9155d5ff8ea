package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains the program or one of its commands. */
@Command(name = "help", description = "Explain a command.")
final class HelpCommand implements Task {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by CommandSpecs
    CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Such as 'backup' or 'key add'.")
    List<String> path = new ArrayList<>();

    @Override
    public ExitCode run() throws BadRequest {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new BadRequest("There is no command '" + String.join(" ", path) + "'. See 'coffer help'.");
            }
            command = next;
        }
        command.usage(command.getOut());
        return ExitCode.OK;
    }
}
