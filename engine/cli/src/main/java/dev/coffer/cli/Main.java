package dev.coffer.cli;

/** The program {@code coffer}. */
public final class Main {

    private Main() {}

    /** Ends the process with one of the numbers of {@link ExitCode}. */
    public static void main(String[] args) {
        Signals signals = Signals.watch();
        Cli cli = new Cli(Surroundings.ofProcess(), signals::stopping);
        System.exit(cli.run(Arguments.ofProcess(args)));
    }
}
