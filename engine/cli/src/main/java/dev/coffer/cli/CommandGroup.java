package dev.coffer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others; alone it explains them. */
class CommandGroup implements Task {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by CommandSpecs
    CommandSpec spec;

    @Override
    public final ExitCode run() {
        CommandLine command = spec.commandLine();
        command.usage(command.getOut());
        return ExitCode.OK;
    }
}
