package dev.coffer.engine.archive;

import dev.coffer.engine.snapshot.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What backups have in common that are compared with each other: the host, and the paths in any order. */
record BackupGroup(String hostname, Set<String> paths) {

    static BackupGroup of(String hostname, Collection<String> paths) {
        return new BackupGroup(hostname, Set.copyOf(paths));
    }

    boolean has(Snapshot snapshot) {
        return snapshot.hostname().equals(hostname) && new HashSet<>(snapshot.paths()).equals(paths);
    }
}
