package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.SnapshotGroup;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the snapshots of a repository. */
@Command(
        name = "snapshots",
        description = "List the snapshots.",
        footerHeading = "%nExample:%n",
        footer = "  coffer snapshots --host web1 --latest 1")
final class SnapshotsCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(
            names = {"-c", "--compact"},
            description = "Leave out paths and sizes.")
    boolean compact;

    @Option(
            names = {"-g", "--group-by"},
            paramLabel = "PARTS",
            description = "Form groups by any of host, paths, tags, separated by commas.")
    String groupBy = "";

    @Option(names = "--latest", paramLabel = "N", description = "Only the newest N of each host and set of paths.")
    int latest;

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest.")
    List<String> names = new ArrayList<>();

    SnapshotsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        GroupBy by = GroupBy.parse(groupBy);
        try (Repository repository = session.repositories().open();
                var _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS)) {
            SnapshotSelection selection = new SnapshotSelection(session, repository, filter);
            print(SnapshotGroup.group(newest(selection.of(names)), by), by);
        }
        return ExitCode.OK;
    }

    private List<StoredSnapshot> newest(List<StoredSnapshot> snapshots) {
        if (latest <= 0) {
            return snapshots;
        }
        return SnapshotGroup.group(snapshots, GroupBy.HOST_AND_PATHS).stream()
                .map(SnapshotGroup::snapshots)
                .flatMap(group -> group.subList(Math.max(0, group.size() - latest), group.size()).stream())
                .toList();
    }

    private void print(List<SnapshotGroup> groups, GroupBy by) throws IOException {
        if (session.json()) {
            session.output().json(document(groups, by));
            return;
        }
        for (SnapshotGroup group : groups) {
            if (by.isGrouping()) {
                session.output().line("Snapshots of " + group.key());
            }
            session.output().lines(SnapshotTable.of(group.snapshots(), compact));
        }
        if (groups.isEmpty()) {
            session.say("There are no such snapshots.");
        }
    }

    private static JsonWriter document(List<SnapshotGroup> groups, GroupBy by) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (SnapshotGroup group : groups) {
            if (by.isGrouping()) {
                json.beginObject().name("group_key");
                group.key().writeTo(json);
                json.name("snapshots").beginArray();
            }
            group.snapshots().forEach(snapshot -> SnapshotCodec.write(snapshot, json));
            if (by.isGrouping()) {
                json.endArray().endObject();
            }
        }
        return json.endArray();
    }
}
