package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Backups;
import dev.coffer.operator.agent.session.Workplace;
import dev.coffer.operator.api.backup.HostBackupStats;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Backs up the volume of a claim, as a step of a job. */
@Command(name = "backup-pvc", description = "As a step of a job: back up the volume of a claim.")
final class BackupPvcCommand extends AgentCommand {

    @Mixin
    private final TargetFlags target = new TargetFlags();

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    @Mixin
    private final OutputFlags output = new OutputFlags();

    BackupPvcCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        Backups backups = new Backups(place, target.namespace, target.backupSession, target.target(), scratch.cache());
        HostBackupStats done = backups.backUpClaim();
        if (output.report) {
            backups.report(List.of(done));
        } else {
            StepOutput.of(done).write(output.folder());
        }
        return 0;
    }
}
