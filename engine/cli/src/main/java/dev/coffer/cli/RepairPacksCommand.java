package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repair.BlobRecovery;
import dev.coffer.engine.repair.BlobSource;
import dev.coffer.engine.repair.PackRepair;
import dev.coffer.engine.repair.RepairNote;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replaces damaged packs, and brings back what snapshots have lost. */
@Command(
        name = "packs",
        description =
                "Replace damaged packs by new ones, with whatever in them is not damaged; copies of them are left in the"
                        + " current folder. With --from or --from-repo, bring back what snapshots have lost, also with packs"
                        + " that are not there any more.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  coffer repair packs b92d5f71f9c06fd1f34bcaa0f1d5a5bb4aa0ad6a1c2e0a31dd4bbbdd0d10a5a0",
            "  coffer repair packs --from /home --from-repo /mnt/disk/second"
        })
final class RepairPacksCommand implements Task {

    private final Session session;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Whole ids of packs, as `check` tells them.")
    List<String> names = new ArrayList<>();

    @Mixin
    final RecoveryOptions recovery = new RecoveryOptions();

    RepairPacksCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        Set<ObjectId> packs = packs();
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.INDEX)) {
            if (recovery.areGiven()) {
                recovery.use(session, repository, this::unreadable, sources -> recover(repository, packs, sources));
            } else {
                StageProgress progress = new StageProgress(session);
                repository.loadIndex(progress);
                tell(replace(repository, packs, progress), 0);
            }
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
        if (packs.isEmpty() && !recovery.areGiven()) {
            throw new BadRequest(
                    "Name the packs to repair; `coffer check --read-data` finds those that are damaged. Or say"
                            + " where lost data may be had from: --from PATH or --from-repo LOCATION.");
        }
        return packs;
    }

    private void unreadable(String path, IOException reason) {
        session.output().message("cannot read " + path + ": " + FailureText.of(reason));
    }

    /** Packs that are not there are dropped first, so that what was in them shows as missing. */
    private void recover(Repository repository, Set<ObjectId> named, List<BlobSource> sources) throws IOException {
        StageProgress progress = new StageProgress(session);
        repository.loadIndex(progress);
        Set<ObjectId> packs = new LinkedHashSet<>(repository.index().packs());
        packs.removeAll(repository.packSizes().keySet());
        packs.addAll(named);
        PackRepair.Result replaced =
                packs.isEmpty() ? new PackRepair.Result(0, 0, List.of()) : replace(repository, packs, progress);
        BlobRecovery.Result result =
                new BlobRecovery(repository, sources, new RepairReport(session)::note, progress).recover();
        progress.end();
        tell(new PackRepair.Result(replaced.saved(), result.missing(), replaced.notRemoved()), result.recovered());
    }

    private PackRepair.Result replace(Repository repository, Set<ObjectId> packs, StageProgress progress)
            throws IOException {
        PackRepair repair = new PackRepair(repository, packs, this::note, progress);
        repair.saveCopies(Path.of("").toAbsolutePath());
        PackRepair.Result result = repair.repair();
        progress.end();
        return result;
    }

    /** What packs have lost is no loss yet if it may be brought back. */
    private void note(RepairNote note) {
        if (!(note instanceof RepairNote.BlobLost && recovery.areGiven())) {
            new RepairReport(session).note(note);
        }
    }

    private void tell(PackRepair.Result result, int recovered) throws IOException {
        for (FileRemoval.Failure failure : result.notRemoved()) {
            session.output()
                    .message("cannot remove pack " + failure.id() + ": " + FailureText.of(failure.reason())
                            + " It is in no index, so it does no harm; `coffer prune` removes it.");
        }
        session.say("Saved " + Texts.count(result.saved(), "blob")
                + (recovery.areGiven() ? ", brought back " + recovered : "") + ", lost " + result.lost() + ".");
        if (result.lost() > 0) {
            session.say("A new backup may bring back what is lost, if the files are still there; then run"
                    + " `coffer repair snapshots --forget`, which takes out of the snapshots what is still missing.");
        }
    }
}
