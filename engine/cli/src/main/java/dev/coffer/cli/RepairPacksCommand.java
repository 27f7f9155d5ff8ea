package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repair.PackRepair;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Replaces damaged packs. */
@Command(
        name = "packs",
        description =
                "Replace damaged packs by new ones, with whatever in them is not damaged; copies of them are left in the"
                        + " current folder.",
        footerHeading = "%nExample:%n",
        footer = "  coffer repair packs b92d5f71f9c06fd1f34bcaa0f1d5a5bb4aa0ad6a1c2e0a31dd4bbbdd0d10a5a0")
final class RepairPacksCommand implements Task {

    private final Session session;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Whole ids of packs, as `check` tells them.")
    private List<String> names = new ArrayList<>();

    RepairPacksCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        Set<ObjectId> packs = packs();
        StageProgress progress = new StageProgress(session);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.INDEX)) {
            repository.loadIndex(progress);
            PackRepair repair = new PackRepair(repository, packs, new RepairReport(session)::note, progress);
            repair.saveCopies(Path.of("").toAbsolutePath());
            PackRepair.Result result = repair.repair();
            progress.end();
            tell(result);
        }
        return ExitCode.OK;
    }

    private Set<ObjectId> packs() throws BadRequest {
        Set<ObjectId> packs = new LinkedHashSet<>();
        for (String name : names) {
            packs.add(ObjectId.tryParse(name)
                    .orElseThrow(() -> new BadRequest(
                            "'" + name + "' is no id of a pack: that has 64 digits. `coffer check` tells it.")));
        }
        if (packs.isEmpty()) {
            throw new BadRequest("Name the packs to repair; `coffer check --read-data` finds those that are damaged.");
        }
        return packs;
    }

    private void tell(PackRepair.Result result) throws IOException {
        for (FileRemoval.Failure failure : result.notRemoved()) {
            session.output()
                    .message("cannot remove pack " + failure.id() + ": " + FailureText.of(failure.reason())
                            + " It is in no index, so it does no harm; `coffer prune` removes it.");
        }
        session.say("Saved " + Texts.count(result.saved(), "blob") + ", lost " + result.lost() + ".");
        if (result.lost() > 0) {
            session.say("A new backup may bring back what is lost, if the files are still there; then run"
                    + " `coffer repair snapshots --forget`, which takes out of the snapshots what is still missing.");
        }
    }
}
