package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Restores;
import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores the host of a pod. */
@Command(
        name = "restore",
        description = {
            "In an init container or a pod of its own: restore the pod's host for a RestoreSession, and report.",
            "Fails if the host could not be restored, so that the workload does not start without its data."
        })
final class RestoreCommand extends AgentCommand {

    private static final int NOT_RESTORED = 1;

    @Option(names = "--restoresession", paramLabel = "NAME", required = true, description = "What to restore.")
    private String session = "";

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the RestoreSession.")
    private String namespace = "default";

    @Option(names = "--ordinal", paramLabel = "N", description = "Replica whose claims are restored into.")
    private @Nullable Integer ordinal;

    @Mixin
    private final ScratchFlags scratch = new ScratchFlags();

    RestoreCommand(Supplier<Workplace> places) {
        super(places);
    }

    @Override
    int run(Workplace place) throws IOException {
        OptionalInt replica = ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
        boolean restored = new Restores(place, namespace, session, scratch.cache()).restorePod(replica);
        return restored ? 0 : NOT_RESTORED;
    }
}
