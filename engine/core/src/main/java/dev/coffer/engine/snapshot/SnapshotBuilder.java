package dev.coffer.engine.snapshot;

import dev.coffer.engine.blob.ObjectId;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Makes {@link Snapshot}s; see there for the meaning of the parts. */
public final class SnapshotBuilder {

    private OffsetDateTime time;
    private @Nullable ObjectId parent;
    private ObjectId tree;
    private List<String> paths = List.of();
    private String hostname = "";
    private String username = "";
    private long uid;
    private long gid;
    private List<String> excludes = List.of();
    private List<String> tags = List.of();
    private @Nullable ObjectId original;
    private String programVersion = "";
    private @Nullable SnapshotSummary summary;
    private SequencedMap<String, String> extra = new LinkedHashMap<>();

    SnapshotBuilder(OffsetDateTime time, ObjectId tree) {
        this.time = time;
        this.tree = tree;
    }

    SnapshotBuilder(Snapshot snapshot) {
        time = snapshot.time();
        parent = snapshot.parent();
        tree = snapshot.tree();
        paths = snapshot.paths();
        hostname = snapshot.hostname();
        username = snapshot.username();
        uid = snapshot.uid();
        gid = snapshot.gid();
        excludes = snapshot.excludes();
        tags = snapshot.tags();
        original = snapshot.original();
        programVersion = snapshot.programVersion();
        summary = snapshot.summary();
        extra = snapshot.extra();
    }

    public Snapshot build() {
        return new Snapshot(
                time,
                parent,
                tree,
                paths,
                hostname,
                username,
                uid,
                gid,
                excludes,
                tags,
                original,
                programVersion,
                summary,
                extra);
    }

    public SnapshotBuilder time(OffsetDateTime newValue) {
        time = newValue;
        return this;
    }

    public SnapshotBuilder parent(@Nullable ObjectId newValue) {
        parent = newValue;
        return this;
    }

    public SnapshotBuilder tree(ObjectId newValue) {
        tree = newValue;
        return this;
    }

    public SnapshotBuilder paths(List<String> newValue) {
        paths = newValue;
        return this;
    }

    public SnapshotBuilder hostname(String newValue) {
        hostname = newValue;
        return this;
    }

    public SnapshotBuilder username(String newValue) {
        username = newValue;
        return this;
    }

    public SnapshotBuilder uid(long newValue) {
        uid = newValue;
        return this;
    }

    public SnapshotBuilder gid(long newValue) {
        gid = newValue;
        return this;
    }

    public SnapshotBuilder excludes(List<String> newValue) {
        excludes = newValue;
        return this;
    }

    public SnapshotBuilder tags(List<String> newValue) {
        tags = newValue;
        return this;
    }

    public SnapshotBuilder original(@Nullable ObjectId newValue) {
        original = newValue;
        return this;
    }

    public SnapshotBuilder programVersion(String newValue) {
        programVersion = newValue;
        return this;
    }

    public SnapshotBuilder summary(@Nullable SnapshotSummary newValue) {
        summary = newValue;
        return this;
    }

    public SnapshotBuilder extra(SequencedMap<String, String> newValue) {
        extra = newValue;
        return this;
    }
}
