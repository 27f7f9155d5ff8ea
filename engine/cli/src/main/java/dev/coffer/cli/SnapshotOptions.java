package dev.coffer.cli;

import dev.coffer.engine.archive.ParentChoice;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.TagList;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new snapshot says about itself, and what it is compared with. */
final class SnapshotOptions {

    @Option(
            names = {"-H", "--host"},
            paramLabel = "HOST",
            description = "Name of the machine that the snapshot is of (RESTIC_HOST; default: this one).")
    @Nullable
    String host;

    @Option(
            names = "--tag",
            paramLabel = "TAG[,TAG...]",
            description = "Give the snapshot these tags. May be repeated.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "When the snapshot was made, such as '2025-11-01 22:08:41' (default: now).")
    @Nullable
    String time;

    @Option(
            names = "--parent",
            paramLabel = "SNAPSHOT",
            description = "Compare with this snapshot instead of the latest of the same group.")
    @Nullable
    String parent;

    @Option(
            names = {"-f", "--force"},
            description = "Compare with no snapshot: read everything again.")
    boolean force;

    @Option(
            names = {"-g", "--group-by"},
            paramLabel = "PARTS",
            description = "What the snapshot to compare with has in common: host, paths, tags, separated by commas "
                    + "(default: host,paths).")
    String groupBy = "host,paths";

    SnapshotLabels labels(Environment environment, List<String> excludes) throws BadRequest {
        HostIdentity here = HostIdentity.current();
        Optional<String> name = Optional.ofNullable(host).or(() -> environment.get("RESTIC_HOST"));
        return new SnapshotLabels(
                time(),
                name.map(here::withHostname).orElse(here),
                TagList.flatten(tags.stream().map(TagList::parse).toList()),
                excludes,
                "coffer " + Version.number());
    }

    private OffsetDateTime time() throws BadRequest {
        return time == null ? LocalClock.ofSystem().now() : WallClock.parse(time);
    }

    ParentChoice parent() throws BadRequest {
        if (force) {
            return new ParentChoice.None();
        }
        GroupBy inCommon = GroupBy.parse(groupBy);
        return parent == null ? new ParentChoice.Latest(inCommon) : new ParentChoice.Named(parent, inCommon);
    }
}
