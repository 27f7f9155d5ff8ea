package dev.coffer.cli;

import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What to do about locks. */
final class LockOptions {

    @Option(
            names = "--no-lock",
            scope = ScopeType.INHERIT,
            description = "Do not lock the repository while reading it; for places that cannot be written to.")
    boolean noLock;

    @Option(
            names = "--retry-lock",
            scope = ScopeType.INHERIT,
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "Wait so long for others to release their locks, such as 5m or 1h.")
    Duration patience = Duration.ZERO;

    /** Whether readers work without a lock. */
    boolean noLock() {
        return noLock;
    }

    Duration patience() {
        return patience;
    }
}
