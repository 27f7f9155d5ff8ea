package dev.coffer.engine.snapshot;

import dev.coffer.engine.json.JsonNames;

/** The members of a snapshot file, in the order they are written. */
enum SnapshotKey {
    TIME("time"),
    PARENT("parent"),
    TREE("tree"),
    PATHS("paths"),
    HOSTNAME("hostname"),
    USERNAME("username"),
    UID("uid"),
    GID("gid"),
    EXCLUDES("excludes"),
    TAGS("tags"),
    ORIGINAL("original"),
    PROGRAM_VERSION("program_version"),
    SUMMARY("summary"),
    OTHER("");

    static final JsonNames<SnapshotKey> NAMES = JsonNames.of(OTHER, key -> key.label);

    final String label;

    SnapshotKey(String label) {
        this.label = label;
    }
}
