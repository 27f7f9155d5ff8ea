package dev.coffer.operator.agent.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the steps of a job do with the result of their work. */
final class OutputFlags {

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Folder of output.json (default: /stash-tmp/output).")
    private Path folder = Path.of("/stash-tmp/output");

    @Option(
            names = "--report",
            arity = "0..1",
            fallbackValue = "true",
            description = "Report as update-status would, instead of leaving it to that.")
    boolean report;

    Path folder() {
        return folder;
    }
}
