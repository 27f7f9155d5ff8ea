package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Backups;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Backs up the host of a sidecar's pod. */
@Command(
        name = "run-backup",
        description = "In the sidecar of a workload: back up the pod's host for a BackupSession, and report.")
final class RunBackupCommand extends AgentCommand {

    @Mixin
    private final TargetFlags target = new TargetFlags();

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    RunBackupCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        new Backups(place, target.namespace, target.backupSession, target.target(), scratch.cache()).backUpPod();
        return 0;
    }
}
