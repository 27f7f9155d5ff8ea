package dev.coffer.operator.agent.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the steps of a job leave what they have done. */
final class OutputFlags {

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Folder of output.json (default: /stash-tmp/output).")
    private Path folder = Path.of("/stash-tmp/output");

    Path folder() {
        return folder;
    }
}
