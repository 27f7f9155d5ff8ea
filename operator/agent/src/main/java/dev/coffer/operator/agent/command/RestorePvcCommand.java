package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Restores;
import dev.coffer.operator.agent.session.Workplace;
import dev.coffer.operator.api.restore.HostRestoreStats;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restores into the volume of a claim, as a step of a job. */
@Command(name = "restore-pvc", description = "As a step of a job: restore into the volume of a claim.")
final class RestorePvcCommand extends AgentCommand {

    @Mixin
    private final TargetFlags target = new TargetFlags();

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    @Mixin
    private final OutputFlags output = new OutputFlags();

    RestorePvcCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        Restores restores = new Restores(place, target.namespace, target.invokerName, scratch.cache());
        HostRestoreStats done = restores.restoreClaim();
        if (output.report) {
            restores.report(List.of(done));
        } else {
            StepOutput.of(done).write(output.folder());
        }
        return 0;
    }
}
