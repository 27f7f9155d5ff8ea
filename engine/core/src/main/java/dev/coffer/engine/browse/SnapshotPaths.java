package dev.coffer.engine.browse;

import dev.coffer.engine.snapshot.StoredSnapshot;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Arranges snapshots in folders. For one arrangement, on one thread. */
final class SnapshotPaths {

    private static final String LATEST = "latest";

    private final SnapshotsFolder.Layout layout;
    private final StoredEntries stored;
    private final Owner owner;
    private final MadeFolder root;

    /** @param attributes of all folders that are made */
    SnapshotPaths(SnapshotsFolder.Layout layout, StoredEntries stored, Owner owner, Attributes attributes) {
        this.layout = layout;
        this.stored = stored;
        this.owner = owner;
        this.root = new MadeFolder(attributes);
    }

    /** A folder that only leads to snapshots. */
    private record MadeFolder(Attributes attributes, TreeMap<String, Entry> content) implements Folder {

        MadeFolder(Attributes attributes) {
            this(attributes, new TreeMap<>());
        }

        @Override
        public SequencedMap<String, Entry> entries() {
            return Collections.unmodifiableSequencedMap(content);
        }

        /** A name that is not taken yet. */
        String free(String name) {
            String candidate = name;
            for (int i = 1; content.containsKey(candidate); i++) {
                candidate = name + "-" + i;
            }
            return candidate;
        }
    }

    /**
     * The entries of the root.
     *
     * @param snapshots oldest first
     */
    SequencedMap<String, Entry> arrange(List<StoredSnapshot> snapshots) {
        // These are there whether there are snapshots or not.
        layout.templates().forEach(template -> folder(template.fixedFolders()));
        for (StoredSnapshot snapshot : snapshots) {
            for (PathTemplate template : layout.templates()) {
                template.paths(snapshot, layout.times()).forEach(path -> add(snapshot, path, template.endsInTime()));
            }
        }
        return root.entries();
    }

    private void add(StoredSnapshot snapshot, List<String> path, boolean timed) {
        if (path.isEmpty()) {
            return;
        }
        Instant time = snapshot.snapshot().time().toInstant();
        MadeFolder folder = folder(path.subList(0, path.size() - 1));
        String name = folder.free(path.getLast());
        folder.content()
                .put(
                        name,
                        stored.folder(
                                Attributes.folder(owner, time),
                                snapshot.snapshot().tree()));
        if (timed) {
            folder.content().put(LATEST, new Entry.Link(Attributes.link(owner, name, time), name));
        }
    }

    private MadeFolder folder(List<String> path) {
        MadeFolder folder = root;
        for (String name : path) {
            folder = child(folder, name);
        }
        return folder;
    }

    /** If the name is that of a snapshot, another one. */
    private MadeFolder child(MadeFolder parent, String name) {
        if (parent.content().get(name) instanceof MadeFolder known) {
            return known;
        }
        MadeFolder made = new MadeFolder(root.attributes());
        parent.content().put(parent.free(name), made);
        return made;
    }
}
