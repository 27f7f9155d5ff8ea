package dev.coffer.engine.restore;

import dev.coffer.engine.fs.Owners;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;

/** Decides which metadata entries are to have. Safe for use by any number of threads. */
final class MetadataPlanner {

    private final Owners owners;
    private final boolean ownersByName;

    MetadataPlanner(RestoreRun run) {
        this.owners = run.files().owners();
        this.ownersByName = run.has(RestoreOption.OWNERSHIP_BY_NAME);
    }

    Metadata of(Node node) {
        return new Metadata(
                uid(node),
                gid(node),
                FileMode.posixPermissions(node.mode()),
                node.atime().toEpochSecond(),
                node.atime().getNano(),
                node.mtime().toEpochSecond(),
                node.mtime().getNano(),
                node.extendedAttributes());
    }

    private long uid(Node node) {
        return ownersByName ? owners.userId(node.user()).orElse(node.uid()) : node.uid();
    }

    private long gid(Node node) {
        return ownersByName ? owners.groupId(node.group()).orElse(node.gid()) : node.gid();
    }
}
