package dev.coffer.operator.api.snapshot;

import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import java.util.List;

/**
 * A snapshot as a repository holds it.
 *
 * @param tree id of the folder it holds
 * @param uid user that took it
 * @param gid group that took it
 * @param repository name of the Repository
 */
@ApiType
public record SnapshotStatus(
        String tree,
        List<String> paths,
        String hostname,
        String username,
        int uid,
        int gid,
        List<String> tags,
        String repository) {

    public SnapshotStatus {
        paths = Absent.orEmpty(paths);
        tags = Absent.orEmpty(tags);
    }
}
