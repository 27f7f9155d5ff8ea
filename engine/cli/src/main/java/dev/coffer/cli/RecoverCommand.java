package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.recovery.Recovery;
import dev.coffer.engine.recovery.Recovery.Found;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Finds folders that no snapshot leads to. */
@Command(
        name = "recover",
        description = {
            "Make a snapshot of all folders that no snapshot leads to any more, such as those of snapshots that were removed by"
                    + " mistake.",
            "",
            "It has the tag recovered, and each folder is in it under the first digits of its id."
        })
final class RecoverCommand implements Task {

    private static final List<String> PATHS = List.of("/recover");
    private static final List<String> TAGS = List.of("recovered");

    private final Session session;

    RecoverCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.INDEX)) {
            repository.loadIndex(ProgressListener.NONE);
            Found found = new Recovery(repository, this::show).recover(labels());
            session.output().status("");
            session.say(
                    found.snapshot().isEmpty()
                            ? "There is nothing to recover."
                            : "Found " + Texts.count(found.folders(), "folder")
                                    + " that no snapshot leads to; they are in" + " the new snapshot "
                                    + found.snapshot().get().shortHex() + ".");
        }
        return ExitCode.OK;
    }

    private static Snapshot labels() {
        HostIdentity here = HostIdentity.current();
        return Snapshot.builder(LocalClock.ofSystem().now(), ObjectId.NULL)
                .paths(PATHS)
                .tags(TAGS)
                .hostname(here.hostname())
                .username(here.username())
                .uid(here.uid())
                .gid(here.gid())
                .programVersion("coffer " + Version.number())
                .build();
    }

    private void show(ProgressEvent event) {
        switch (event) {
            case ProgressEvent.Notice(String message) -> session.output().message(message);
            case ProgressEvent.Step(String what, long done, long total) ->
                session.output().status(done + " / " + total + " " + what);
            default -> {}
        }
    }
}
