package dev.coffer.cli;

import picocli.CommandLine.Option;

/** What to show of a file or folder. */
final class NodeLineOptions {

    @Option(
            names = {"-l", "--long"},
            description = "Show mode, owner, size and time.")
    boolean longFormat;

    @Option(names = "--human-readable", description = "Show sizes with their units.")
    boolean humanReadable;

    NodeLine line() {
        return NodeLine.of(longFormat, humanReadable);
    }
}
