package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.JsonWriter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the snapshots of a group have in common.
 *
 * @param hostname empty when it does not count
 * @param paths sorted; null when they do not count
 * @param tags sorted; null when they do not count, or when there are none
 */
public record GroupKey(
        String hostname,
        @Nullable List<String> paths,
        @Nullable List<String> tags) {

    /** What backups of one host and the same paths have in common, in whatever order the paths were given. */
    public static GroupKey ofHostAndPaths(String hostname, Collection<String> paths) {
        return new GroupKey(hostname, paths.stream().sorted().toList(), null);
    }

    /** The group of a snapshot by host and paths, as {@link #ofHostAndPaths}. */
    public static GroupKey ofHostAndPaths(Snapshot snapshot) {
        return of(snapshot, GroupBy.HOST_AND_PATHS);
    }

    static GroupKey of(Snapshot snapshot, GroupBy by) {
        boolean tagged = by.tags() && !snapshot.tags().isEmpty();
        return new GroupKey(
                by.host() ? snapshot.hostname() : "",
                by.paths() ? snapshot.paths().stream().sorted().toList() : null,
                tagged ? snapshot.tags().stream().sorted().toList() : null);
    }

    /** Writes the key as an object. */
    public void writeTo(JsonWriter json) {
        json.beginObject().name("hostname").value(hostname);
        json.name("paths").value(paths);
        json.name("tags").value(tags);
        json.endObject();
    }

    /** The key as JSON, also the order of groups. */
    @Override
    public String toString() {
        JsonWriter json = new JsonWriter();
        writeTo(json);
        return json.toString();
    }
}
