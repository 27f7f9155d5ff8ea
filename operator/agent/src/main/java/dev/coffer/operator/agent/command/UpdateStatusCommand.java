package dev.coffer.operator.agent.command;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.session.Backups;
import dev.coffer.operator.agent.session.Restores;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports what the steps before have done, as the last step of a job. */
@Command(
        name = "update-status",
        description = {
            "As the last step of a job: report what the steps before have done.",
            "After the last backup of a session: apply the retention policy, check the repository, and count what is in it."
        })
final class UpdateStatusCommand extends AgentCommand {

    @Mixin
    private final TargetFlags target = new TargetFlags();

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    @Mixin
    private final OutputFlags output = new OutputFlags();

    UpdateStatusCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        StepOutput done = StepOutput.read(output.folder());
        if (done.backups().isEmpty() && done.restores().isEmpty()) {
            throw new BadRequest("The steps before have left no result in " + output.folder() + ".");
        }
        if (!done.backups().isEmpty()) {
            new Backups(place, target.namespace, target.backupSession, target.target(), scratch.cache())
                    .report(done.backups());
        }
        if (!done.restores().isEmpty()) {
            new Restores(place, target.namespace, target.invokerName, scratch.cache()).report(done.restores());
        }
        return 0;
    }
}
