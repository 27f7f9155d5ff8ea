package dev.coffer.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is printed, and in which form. */
final class OutputOptions {

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print results as JSON, for programs.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print neither progress nor anything that is not asked for.")
    boolean quiet;

    private int verbosity;

    /** Called once for each flag. */
    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print more; twice (or --verbose=2): every file.")
    void moreVerbose(boolean more) {
        verbosity += more ? 1 : 0;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /** 0 for the usual, 1 for more, 2 for each file. */
    int verbosity() {
        return verbosity;
    }
}
