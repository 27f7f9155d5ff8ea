package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user why a command ended early: in one line, and with a stack trace only for those who ask for it. */
final class Failures {

    private final Session session;
    private final BooleanSupplier stopping;
    private final boolean json;

    Failures(Session session, BooleanSupplier stopping, boolean json) {
        this.session = session;
        this.stopping = stopping;
        this.json = json;
    }

    /** Reports a failure and returns the exit code it leads to. */
    int report(Throwable thrown) {
        Throwable failure = thrown instanceof UncheckedIOException e && e.getCause() != null ? e.getCause() : thrown;
        ExitCode code = stopping.getAsBoolean() ? ExitCode.INTERRUPTED : ExitCode.of(failure);
        if (code != ExitCode.BROKEN_PIPE) {
            tell(code, code == ExitCode.INTERRUPTED ? "interrupted" : describe(failure));
        }
        if (session.environment().get("COFFER_DEBUG").isPresent()) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            session.output().message(trace.toString());
        }
        return code.number();
    }

    private static String describe(Throwable failure) {
        String text = FailureText.of(failure);
        return switch (failure) {
            case UnmatchedArgumentException e
            when isUnknownCommand(e) ->
                "there is no command '" + e.getUnmatched().getFirst() + "'\nSee 'coffer --help'.";
            case ParameterException e -> text + "\nSee '" + spec(e).qualifiedName() + " --help'.";
            case IOException _, OutOfMemoryError _ -> text;
            default ->
                "internal error: " + text
                        + "\nThis is a fault of the program, not yours. Set COFFER_DEBUG=1 to see where.";
        };
    }

    private static CommandSpec spec(ParameterException failure) {
        return failure.getCommandLine().getCommandSpec();
    }

    private static boolean isUnknownCommand(UnmatchedArgumentException failure) {
        return !failure.isUnknownOption() && !spec(failure).subcommands().isEmpty();
    }

    private void tell(ExitCode code, String message) {
        if (!json) {
            session.output().message("coffer: " + message);
            return;
        }
        session.output().message(json(code, message));
    }

    /** How programs are told. */
    static String json(ExitCode code, String message) {
        JsonWriter document = new JsonWriter();
        document.beginObject();
        document.name("message_type").value("exit_error");
        document.name("code").value(code.number());
        document.name("message").value(message);
        document.endObject();
        return document.toString();
    }
}
