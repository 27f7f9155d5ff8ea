package dev.coffer.operator.agent.command;

import dev.coffer.operator.agent.session.Workplace;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** A command that works in a pod. */
abstract class AgentCommand implements Callable<Integer> {

    @Mixin
    final LegacyFlags legacy = new LegacyFlags();

    private final Supplier<Workplace> places;

    /** @param places asked once the arguments are known to be right */
    AgentCommand(Supplier<Workplace> places) {
        this.places = places;
    }

    @Override
    public final Integer call() throws IOException {
        return run(places.get());
    }

    /** The exit code: 0 once there is a report, be it of a failure. */
    abstract int run(Workplace place) throws IOException;
}
