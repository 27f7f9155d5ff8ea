package dev.coffer.operator.agent.restore;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.snapshot.SnapshotReference;
import dev.coffer.engine.snapshot.SnapshotSelector;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import dev.coffer.operator.agent.AbsolutePaths;
import dev.coffer.operator.api.restore.RestoreRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what a rule wants restored among the snapshots of a repository. */
final class RestoreChoice {

    private final SnapshotList snapshots;
    private final String host;
    private final List<TagList> tags;

    /**
     * @param host whose backups are restored
     * @param tags of which a snapshot must have any; all count if empty
     */
    RestoreChoice(SnapshotList snapshots, String host, List<TagList> tags) {
        this.snapshots = snapshots;
        this.host = host;
        this.tags = tags;
    }

    /**
     * What is restored, in this order: the snapshots that the rule names, wherever they come from; or else the latest of each of
     * its paths; or else, if it names neither, the latest of each path that the host has backed up.
     *
     * @throws BadRequest if there is no such snapshot
     */
    List<RestorePart> parts(RestoreRule rule) throws IOException {
        if (!rule.snapshots().isEmpty()) {
            return named(rule.snapshots());
        }
        List<String> paths = rule.paths().isEmpty() ? allPaths() : rule.paths();
        List<RestorePart> parts = new ArrayList<>();
        for (String path : paths) {
            parts.add(new RestorePart(latest(List.of(AbsolutePaths.of(path))), path));
        }
        return parts;
    }

    private List<RestorePart> named(List<String> names) throws IOException {
        List<RestorePart> parts = new ArrayList<>();
        for (String name : names) {
            StoredSnapshot snapshot = name.equals(SnapshotReference.LATEST)
                    ? latest(List.of())
                    : selector(List.of()).named(name);
            snapshot.snapshot().paths().forEach(path -> parts.add(new RestorePart(snapshot, path)));
        }
        return parts;
    }

    private StoredSnapshot latest(List<String> paths) throws IOException {
        SnapshotSelector selector = selector(paths);
        if (selector.all().isEmpty() && snapshots.unreadable().isEmpty()) {
            throw new BadRequest("There is no snapshot of host " + host
                    + (paths.isEmpty() ? "" : " with path " + paths.getFirst())
                    + " in the repository. Hosts and paths that are there: " + present() + ".");
        }
        return selector.named(SnapshotReference.LATEST);
    }

    private SnapshotSelector selector(List<String> paths) {
        return new SnapshotSelector(snapshots, new SnapshotFilter(Set.of(host), paths, tags));
    }

    private List<String> allPaths() throws BadRequest {
        List<String> paths = selector(List.of()).all().stream()
                .flatMap(stored -> stored.snapshot().paths().stream())
                .distinct()
                .sorted()
                .toList();
        if (paths.isEmpty()) {
            throw new BadRequest("There is no snapshot of host " + host
                    + " in the repository. Hosts and paths that are there: " + present() + ".");
        }
        return paths;
    }

    private String present() {
        List<String> all = snapshots.sound().stream()
                .map(stored ->
                        stored.snapshot().hostname() + " " + stored.snapshot().paths())
                .distinct()
                .sorted()
                .limit(10)
                .toList();
        return all.isEmpty() ? "none" : String.join(", ", all);
    }
}
