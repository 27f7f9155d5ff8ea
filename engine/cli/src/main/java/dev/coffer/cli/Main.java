package dev.coffer.cli;

/** The program {@code coffer}. */
public final class Main {

    private Main() {}

    /** Ends the process with one of the numbers of {@link ExitCode}. */
    public static void main(String[] args) {
        HeapPacer.start();
        Signals signals = Signals.watch();
        Cli cli = new Cli(Surroundings.ofProcess(), signals::stopping);
        int code = cli.run(Arguments.ofProcess(args));
        // Returning means success and is cheaper: exit() sets up a logger first. No thread but daemons is left.
        if (code != ExitCode.OK.number()) {
            System.exit(code);
        }
    }
}
