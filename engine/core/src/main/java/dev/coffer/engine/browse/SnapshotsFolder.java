package dev.coffer.engine.browse;

import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The root: folders that lead to the snapshots of a repository. Snapshots that others make or remove are noticed after a while,
 * when somebody looks.
 */
public final class SnapshotsFolder implements Folder {

    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final Repository repository;
    private final SnapshotFilter filter;
    private final Layout layout;
    private final StoredEntries stored;
    private final Owner owner;
    private final Attributes attributes;
    private Instant refreshed = Instant.MIN;
    private List<StoredSnapshot> shown = List.of();
    private SequencedMap<String, Entry> entries;

    /**
     * Where snapshots are found.
     *
     * @param templates of their paths
     * @param times how times look in them
     */
    public record Layout(List<PathTemplate> templates, TimeLayout times) {

        public Layout {
            templates = List.copyOf(templates);
        }
    }

    /**
     * The snapshots that pass the filter.
     *
     * @param repository its index is loaded
     * @param self whose the folders above the snapshots are
     * @param owner of everything below them, instead of those who owned it
     */
    public SnapshotsFolder(
            Repository repository, SnapshotFilter filter, Layout layout, Owner self, Optional<Owner> owner) {
        this.repository = repository;
        this.filter = filter;
        this.layout = layout;
        this.stored = new StoredEntries(repository, owner);
        this.owner = self;
        this.attributes = Attributes.folder(self, Instant.now());
        this.entries = new SnapshotPaths(layout, stored, self, attributes).arrange(shown);
    }

    @Override
    public Attributes attributes() {
        return attributes;
    }

    @Override
    public synchronized SequencedMap<String, Entry> entries() throws IOException {
        Instant now = Instant.now();
        if (refreshed.isBefore(now.minus(REFRESH))) {
            refresh();
            refreshed = now;
        }
        return entries;
    }

    /** New snapshots may need blobs of packs that the index does not know yet. */
    private void refresh() throws IOException {
        List<StoredSnapshot> now = new SnapshotSelector(repository.snapshots().list(), filter).all();
        if (!now.equals(shown)) {
            repository.loadIndex(ProgressListener.NONE);
            entries = new SnapshotPaths(layout, stored, owner, attributes).arrange(now);
            shown = now;
        }
    }
}
