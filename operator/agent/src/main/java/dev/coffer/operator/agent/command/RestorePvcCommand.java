package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Restores;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Restores into the volume of a claim, as a step of a job. */
@Command(
        name = "restore-pvc",
        description = "As a step of a job: restore into the volume of a claim, and leave the result to update-status.")
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
        StepOutput.of(restores.restoreClaim()).write(output.folder());
        return 0;
    }
}
