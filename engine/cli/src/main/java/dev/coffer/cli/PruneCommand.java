package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.prune.TwoPhasePrune;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes data that no snapshot needs. */
@Command(
        name = "prune",
        description = "Remove data that no snapshot needs any more.",
        footerHeading = "%nExamples:%n",
        footer = {"  coffer prune --dry-run", "  coffer prune --max-unused 10%% --max-repack-size 5G"})
final class PruneCommand implements Task {

    private final Session session;

    @Mixin
    final RepackOptions repack = new RepackOptions();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Change nothing, only tell what would be done with which packs, and why.")
    boolean dryRun;

    @Option(
            names = "--two-phase",
            description = "Prune beside backups: mark what is to go, and remove what was marked long enough ago.")
    boolean twoPhase;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "With --two-phase: remove what has been marked for so long (default: 23h).")
    @Nullable
    Duration grace;

    @Option(
            names = "--unsafe-recover-no-free-space",
            paramLabel = "ID",
            description =
                    "For a store so full that not even `prune --max-repack-size 0` works: remove the index before it is"
                            + " stored anew. Needs the repository's id. If this is interrupted, run `coffer repair index`.")
    @Nullable
    String fullRepository;

    PruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        PruneOptions options = repack.options(session);
        if (session.options().locks.noLock() && !dryRun) {
            throw new BadRequest("--no-lock goes with --dry-run only: nothing is pruned without a lock.");
        }
        requireSense();
        try (Repository repository = session.repositories().open()) {
            if (twoPhase) {
                pruneInTwoPhases(repository, options);
            } else {
                prune(repository, options);
            }
        }
        return ExitCode.OK;
    }

    private void requireSense() throws BadRequest {
        if (grace != null && !twoPhase) {
            throw new BadRequest(
                    "--grace goes with --two-phase only: otherwise what is not needed is removed at once.");
        }
        if (twoPhase && fullRepository != null) {
            throw new BadRequest("--two-phase needs space before it frees any, so it does not go with"
                    + " --unsafe-recover-no-free-space.");
        }
    }

    private void pruneInTwoPhases(Repository repository, PruneOptions options) throws IOException {
        TwoPhaseRun run =
                new TwoPhaseRun(session, repository, Objects.requireNonNullElse(grace, TwoPhasePrune.USUAL_GRACE));
        if (dryRun) {
            run.rehearse(options);
        } else {
            run.run(options);
        }
    }

    private void prune(Repository repository, PruneOptions options) throws IOException {
        try (Closeable _ =
                session.lockUnlessUnwanted(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.INDEX)) {
            requireId(repository);
            PruneRun run = new PruneRun(session, repository);
            PrunePlan plan = run.plan(fullRepository == null ? options : options.withoutRepacking(), Set.of());
            new PruneReport(session, dryRun).planned(plan);
            if (!dryRun) {
                run.execute(plan, fullRepository == null ? PruneExecutor::execute : PruneExecutor::executeWithoutSpace);
            }
        }
    }

    private void requireId(Repository repository) throws BadRequest {
        String id = repository.config().id();
        if (fullRepository != null && !fullRepository.equals(id)) {
            throw new BadRequest("--unsafe-recover-no-free-space needs the id of the repository, which is " + id + ".");
        }
    }
}
