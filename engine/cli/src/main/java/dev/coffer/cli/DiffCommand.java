package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.query.DifferenceStatistics;
import dev.coffer.engine.query.TreeComparison;
import dev.coffer.engine.query.TreeComparison.Metadata;
import dev.coffer.engine.query.TreeDifference;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.text.Quantities;
import java.io.Closeable;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how two snapshots differ. */
@Command(
        name = "diff",
        description = {
            "Show how two snapshots, or folders in them, differ.%n",
            "  +  added          M  content changed",
            "  -  removed        ?  content changed and nothing else: it may have decayed",
            "  T  type changed   U  anything else changed (with --metadata)"
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer diff 3f2a9c01 latest:/home/ann")
final class DiffCommand implements Task {

    private final Session session;

    @Option(names = "--metadata", description = "Show changes of modes, owners, times and the like, too.")
    boolean metadata;

    @Parameters(index = "0", paramLabel = "OLDER", description = "A snapshot, with :FOLDER for a part of it.")
    String older = "";

    @Parameters(index = "1", paramLabel = "NEWER", description = "Another.")
    String newer = "";

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotSelector selector =
                    new SnapshotSelector(repository.snapshots().list(), SnapshotFilter.ALL);
            repository.loadIndex(ProgressListener.NONE);
            SnapshotChoice source = SnapshotChoice.of(repository, older, selector);
            SnapshotChoice target = SnapshotChoice.of(repository, newer, selector);
            session.say("comparing snapshot " + source.snapshot().id().shortHex() + " to "
                    + target.snapshot().id().shortHex() + ":\n");
            Metadata reported = metadata ? Metadata.REPORTED : Metadata.IGNORED;
            TreeComparison comparison = new TreeComparison(repository, reported, this::print);
            print(comparison.compare(source.tree(), target.tree()));
        }
        return ExitCode.OK;
    }

    private void print(TreeDifference difference) throws IOException {
        if (session.json()) {
            JsonWriter json = new JsonWriter().beginObject();
            json.name("message_type").value("change");
            json.name("path").value(difference.path());
            json.name("modifier").value(difference.modifier()).endObject();
            session.output().line(json.toString());
        } else {
            session.output().line(String.format(Quantities.DIGITS, "%-5s", difference.modifier()) + difference.path());
        }
    }

    private void print(DifferenceStatistics statistics) throws IOException {
        if (session.json()) {
            session.output().line(statistics.toJson(older, newer));
            return;
        }
        DifferenceStatistics.Side added = statistics.added();
        DifferenceStatistics.Side removed = statistics.removed();
        session.say("");
        session.say(String.format(
                Quantities.DIGITS,
                "Files:       %5d new, %5d removed, %5d changed",
                added.files(),
                removed.files(),
                statistics.changedFiles()));
        session.say(row("Dirs:", added.directories(), removed.directories()));
        session.say(row("Others:", added.others(), removed.others()));
        session.say(row("Data Blobs:", added.dataBlobs(), removed.dataBlobs()));
        session.say(row("Tree Blobs:", added.treeBlobs(), removed.treeBlobs()));
        session.say("  Added:   " + Texts.bytes(added.bytes()));
        session.say("  Removed: " + Texts.bytes(removed.bytes()));
    }

    private static String row(String title, long added, long removed) {
        return String.format(Quantities.DIGITS, "%-12s %5d new, %5d removed", title, added, removed);
    }
}
