package dev.coffer.cli;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.retention.OutdatedPartial;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Which of its snapshots a command is about: those that were named, or all that pass the filter, but for those that cannot be read. */
final class SnapshotSelection {

    private final Session session;
    private final List<StoredSnapshot> sound;
    private final SnapshotFilter filter;
    private final SnapshotSelector selector;

    /** Reads all snapshots. */
    SnapshotSelection(Session session, Repository repository, FilterOptions filter) throws IOException {
        this.session = session;
        this.filter = filter.filter(session.environment());
        SnapshotList snapshots = repository.snapshots().list();
        this.sound = snapshots.sound();
        this.selector = new SnapshotSelector(snapshots, this.filter);
    }

    /** All without names. A name that fits none, or one that cannot be read, is passed over with a message, as in restic. */
    List<StoredSnapshot> of(List<String> names) {
        return names.isEmpty() ? all() : List.copyOf(known(names));
    }

    /** Those that pass the filter of the partial ones that nobody will go on from; what supersedes them need not pass. */
    List<StoredSnapshot> outdatedPartial() {
        return OutdatedPartial.among(sound, Instant.now()).stream()
                .filter(partial -> filter.matches(partial.snapshot()))
                .toList();
    }

    private SequencedSet<StoredSnapshot> known(List<String> names) {
        SequencedSet<StoredSnapshot> known = new LinkedHashSet<>();
        for (String name : names) {
            try {
                known.add(selector.named(name));
            } catch (IOException e) {
                ignore(name, e);
            }
        }
        return known;
    }

    private List<StoredSnapshot> all() {
        selector.unreadable().forEach(snapshot -> ignore(snapshot.id().toString(), snapshot.failure()));
        return selector.all();
    }

    private void ignore(String name, IOException reason) {
        session.output().message("Ignoring \"" + name + "\": " + FailureText.of(reason));
    }
}
