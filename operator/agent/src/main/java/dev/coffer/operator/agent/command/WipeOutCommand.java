package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Removal;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what is stored for a Repository. */
@Command(
        name = "wipe-out",
        description = {
            "In a pod of its own: remove all that is stored for a Repository, and report.",
            "Only for one that is being removed and says wipeOut: true."
        })
final class WipeOutCommand extends AgentCommand {

    @Option(names = "--repository", paramLabel = "NAME", required = true, description = "Repository to remove.")
    private String repository = "";

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the Repository.")
    private String namespace = "default";

    WipeOutCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        new Removal(place, namespace, repository).run();
        return 0;
    }
}
