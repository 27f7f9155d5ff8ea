package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
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
    private final RepackOptions repack = new RepackOptions();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Change nothing, only tell what would be done with which packs, and why.")
    private boolean dryRun;

    @Option(
            names = "--unsafe-recover-no-free-space",
            paramLabel = "ID",
            description =
                    "For a store so full that not even `prune --max-repack-size 0` works: remove the index before it is"
                            + " stored anew. Needs the repository's id. If this is interrupted, run `coffer repair index`.")
    private @Nullable String fullRepository;

    PruneCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        PruneOptions options = repack.options(session);
        if (session.options().locks.noLock() && !dryRun) {
            throw new BadRequest("--no-lock goes with --dry-run only: nothing is pruned without a lock.");
        }
        try (Repository repository = session.repositories().open();
                Closeable _ =
                        session.lockUnlessUnwanted(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.INDEX)) {
            requireId(repository);
            PruneRun run = new PruneRun(session, repository);
            PrunePlan plan = run.plan(fullRepository == null ? options : options.withoutRepacking(), Set.of());
            new PruneReport(session, dryRun).planned(plan);
            if (!dryRun) {
                run.execute(plan, fullRepository == null ? PruneExecutor::execute : PruneExecutor::executeWithoutSpace);
            }
        }
        return ExitCode.OK;
    }

    private void requireId(Repository repository) throws BadRequest {
        String id = repository.config().id();
        if (fullRepository != null && !fullRepository.equals(id)) {
            throw new BadRequest("--unsafe-recover-no-free-space needs the id of the repository, which is " + id + ".");
        }
    }
}
