package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.TargetName;
import picocli.CommandLine.Option;

/** Who asks for the work, and what it is about. Stash's names. */
final class TargetFlags {

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the session.")
    String namespace = "default";

    @Option(
            names = "--invoker-kind",
            paramLabel = "KIND",
            description = "BackupConfiguration, BackupBatch or RestoreSession.")
    String invokerKind = "";

    @Option(names = "--invoker-name", paramLabel = "NAME", description = "Name of the invoker.")
    String invokerName = "";

    @Option(names = "--backupsession", paramLabel = "NAME", description = "BackupSession to work for.")
    String backupSession = "";

    @Option(names = "--target-kind", paramLabel = "KIND", description = "Kind of the target.")
    private String targetKind = "";

    @Option(names = "--target-name", paramLabel = "NAME", description = "Name of the target.")
    private String targetName = "";

    @Option(names = "--target-namespace", paramLabel = "NAME", description = "Namespace of the target.")
    private String targetNamespace = "";

    TargetName target() {
        return new TargetName(targetKind, targetName, targetNamespace);
    }
}
