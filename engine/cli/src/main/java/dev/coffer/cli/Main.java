package dev.coffer.cli;

import java.util.List;
import java.util.function.BooleanSupplier;

/** The program {@code coffer}. */
public final class Main {

    private Main() {}

    /** Ends the process with one of the numbers of {@link ExitCode}. */
    public static void main(String[] args) {
        BooleanSupplier stopping = prepare();
        int code = run(Surroundings.ofProcess(), stopping, Arguments.ofProcess(args));
        // Returning means success and is cheaper: exit() sets up a logger first. No thread but daemons is left.
        if (code != ExitCode.OK.number()) {
            System.exit(code);
        }
    }

    /**
     * What comes first in a process, on the thread that will run the command.
     *
     * @return whether the process has been asked to stop
     */
    static BooleanSupplier prepare() {
        HeapPacer.start();
        BuiltInHandlers.prefer();
        return Signals.watch();
    }

    /** One run of the program, as a process or as a part of one. */
    static int run(Surroundings surroundings, BooleanSupplier stopping, List<String> arguments) {
        return new Cli(surroundings, stopping).run(arguments);
    }
}
