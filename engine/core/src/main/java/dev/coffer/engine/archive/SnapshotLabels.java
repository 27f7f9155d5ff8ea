package dev.coffer.engine.archive;

import dev.coffer.engine.host.HostIdentity;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a snapshot says about itself.
 *
 * @param time of the backup
 * @param host who makes it; other snapshots are found by its name
 * @param excludes patterns to record; they are not applied
 * @param program that makes it, with its version
 */
public record SnapshotLabels(
        OffsetDateTime time, HostIdentity host, List<String> tags, List<String> excludes, String program) {

    public SnapshotLabels {
        tags = List.copyOf(tags);
        excludes = List.copyOf(excludes);
    }
}
