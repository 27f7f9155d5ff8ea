package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the tags of snapshots. Each is stored anew before the old one is removed. */
@Command(
        name = "tag",
        description = "Change the tags of snapshots; without ids, of all that pass the filters.",
        footerHeading = "%nExample:%n",
        footer = "  coffer tag --add keep latest")
final class TagCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(names = "--set", paramLabel = "TAG[,TAG...]", description = "Tags instead of those there are; '' for none.")
    List<String> set = new ArrayList<>();

    @Option(names = "--add", paramLabel = "TAG[,TAG...]", description = "Tags to add.")
    List<String> add = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "TAG[,TAG...]", description = "Tags to remove.")
    List<String> remove = new ArrayList<>();

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest.")
    List<String> names = new ArrayList<>();

    TagCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        requireSense();
        int changed = 0;
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE, Repository.Need.SNAPSHOTS)) {
            SnapshotSelection selection = new SnapshotSelection(session, repository, filter);
            for (StoredSnapshot stored : selection.of(names)) {
                changed += change(repository, stored) ? 1 : 0;
            }
        }
        summarize(changed);
        return ExitCode.OK;
    }

    private void requireSense() throws BadRequest {
        if (set.isEmpty() && add.isEmpty() && remove.isEmpty()) {
            throw new BadRequest("Nothing to do: give --set, --add or --remove.");
        }
        if (!set.isEmpty() && !(add.isEmpty() && remove.isEmpty())) {
            throw new BadRequest("--set excludes --add and --remove.");
        }
    }

    private boolean change(Repository repository, StoredSnapshot stored) throws IOException {
        Snapshot old = stored.snapshot();
        List<String> tags = newTags(old.tags());
        if (tags.equals(old.tags())) {
            return false;
        }
        ObjectId original = old.original();
        Snapshot changed = old.toBuilder()
                .tags(tags)
                .original(original == null ? stored.id() : original)
                .build();
        tell(stored.id(), repository.snapshots().replace(stored.id(), changed));
        return true;
    }

    private List<String> newTags(List<String> old) {
        if (!set.isEmpty()) {
            return flatten(set);
        }
        Set<String> tags = new LinkedHashSet<>(old);
        tags.addAll(flatten(add));
        flatten(remove).forEach(tags::remove);
        return List.copyOf(tags);
    }

    private static List<String> flatten(List<String> lists) {
        return TagList.flatten(lists.stream().map(TagList::parse).toList());
    }

    private void tell(ObjectId old, ObjectId changed) throws IOException {
        if (!session.json()) {
            session.say("Snapshot " + old.shortHex() + " is now " + changed.shortHex() + ".");
            return;
        }
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("message_type").value("changed");
        json.name("old_snapshot_id").value(old.toString());
        json.name("new_snapshot_id").value(changed.toString());
        session.output().json(json.endObject());
    }

    private void summarize(int changed) throws IOException {
        if (!session.json()) {
            session.say("Changed " + Texts.count(changed, "snapshot") + ".");
            return;
        }
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("message_type").value("summary");
        json.name("changed_snapshots").value(changed);
        session.output().json(json.endObject());
    }
}
