package dev.coffer.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;

/** One run of the program: reads the arguments, runs a command, and tells how it ended. */
final class Cli {

    private final Surroundings surroundings;
    private final BooleanSupplier stopping;

    /** @param stopping whether the process has been asked to stop, so that failures are a consequence of that */
    Cli(Surroundings surroundings, BooleanSupplier stopping) {
        this.surroundings = surroundings;
        this.stopping = stopping;
    }

    /** Returns the exit code of the process. */
    int run(List<String> arguments) {
        Session session = new Session(surroundings);
        Failures failures = new Failures(session, stopping, arguments.contains("--json"));
        PrintWriter out = new PrintWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8), true);
        CommandLine program = Commands.of(session, arguments)
                .setOut(out)
                .setErr(out)
                .setParameterExceptionHandler((e, _) -> failures.report(e))
                .setExecutionExceptionHandler((e, _, _) -> failures.report(e))
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true)
                .setAllowOptionsAsOptionParameters(true);
        try {
            int code = program.execute(Arguments.normalize(arguments));
            session.output().flush();
            return stopping.getAsBoolean() ? ExitCode.INTERRUPTED.number() : code;
        } catch (IOException | RuntimeException | Error e) {
            return failures.report(e);
        }
    }
}
