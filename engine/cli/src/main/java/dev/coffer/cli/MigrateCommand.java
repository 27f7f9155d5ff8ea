package dev.coffer.cli;

import dev.coffer.engine.check.CheckRequest;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the format of a repository. */
@Command(
        name = "migrate",
        description = {
            "Apply a change to the format of the repository; without a name, list those that can be applied.",
            "",
            "The only one is upgrade_repo_v2, after which new data are compressed. The repository is checked first."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer migrate upgrade_repo_v2")
final class MigrateCommand implements Task {

    private static final String UPGRADE = "upgrade_repo_v2";

    private final Session session;

    @Option(
            names = {"-f", "--force"},
            description = "Try also what does not seem to be applicable.")
    boolean force;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What to apply.")
    List<String> names = new ArrayList<>();

    MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        for (String name : names) {
            if (!UPGRADE.equals(name)) {
                throw new BadRequest("There is no migration '" + name + "', only " + UPGRADE + ".");
            }
        }
        try (Repository repository = session.repositories().open(options -> options.withCache((store, _) -> store));
                var _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            if (names.isEmpty()) {
                list(repository);
            } else {
                upgrade(repository);
            }
        }
        return ExitCode.OK;
    }

    private static boolean isApplicable(Repository repository) {
        return repository.config().version() < RepositoryConfig.LATEST_VERSION;
    }

    private void list(Repository repository) throws IOException {
        session.say(
                isApplicable(repository)
                        ? UPGRADE + "  make it a repository of version 2, with compression"
                        : "There is nothing to migrate.");
    }

    private void upgrade(Repository repository) throws IOException {
        if (!isApplicable(repository) && !force) {
            session.output()
                    .message("Nothing to do: the repository is of version "
                            + repository.config().version() + " already.");
            return;
        }
        CheckReport report = new CheckReport(session);
        report.conclude(report.checker(repository).check(CheckRequest.structure()));
        repository.upgrade();
        session.say("The repository is of version " + RepositoryConfig.LATEST_VERSION + " now.");
    }
}
