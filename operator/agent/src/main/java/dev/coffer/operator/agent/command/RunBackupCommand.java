package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Backups;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Backs up the host of a pod of a workload. */
@Command(
        name = "run-backup",
        description = {
            "In the sidecar of a workload: back up the pod's host for a BackupSession, and report.",
            "In a job that has mounted the volumes of such a pod: the same for that pod."
        })
final class RunBackupCommand extends AgentCommand {

    @Mixin
    private final TargetFlags target = new TargetFlags();

    @Option(
            names = "--target-pod",
            paramLabel = "NAME",
            description = "Pod of the workload that is backed up (default: the pod of this process).")
    private @Nullable String targetPod;

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    RunBackupCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        new Backups(place, target.namespace, target.backupSession, target.target(), scratch.cache())
                .backUpPod(Optional.ofNullable(targetPod));
        return 0;
    }
}
