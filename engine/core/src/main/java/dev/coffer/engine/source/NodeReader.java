package dev.coffer.engine.source;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.source.SourceEntry.OnTheWay;
import dev.coffer.engine.tree.ExtendedAttribute;
import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeBuilder;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Describes what is found in the file system as nodes (repository format, "Node keys"). Safe for use by any number of
 * threads.
 */
public final class NodeReader {

    private final LocalFiles files;
    private final LocalClock clock;
    private final AccessTimes accessTimes;
    private final SourceProblems problems;

    /**
     * @param clock for the times in nodes; restic takes that of the machine
     * @param problems told of extended attributes that cannot be read
     */
    public NodeReader(LocalFiles files, LocalClock clock, AccessTimes accessTimes, SourceProblems problems) {
        this.files = files;
        this.clock = clock;
        this.accessTimes = accessTimes;
        this.problems = problems;
    }

    /**
     * The node of an entry, without content or subtree. Extended attributes that cannot be read are reported and left out.
     *
     * @param stat attributes of the entry, as read from the file that is open where its content is read too
     * @throws IOException if it vanished, or is a link that cannot be read
     */
    public Node read(SourceEntry entry, FileStat stat) throws IOException {
        OffsetDateTime mtime = clock.at(stat.mtime());
        NodeBuilder node = Node.builder(entry.name(), type(stat.kind()))
                .mode(mode(stat))
                .mtime(mtime)
                .atime(accessTimes == AccessTimes.RECORDED ? clock.at(stat.atime()) : mtime)
                .ctime(stat.ctime().equals(stat.mtime()) ? mtime : clock.at(stat.ctime()))
                .uid(stat.uid())
                .gid(stat.gid())
                .user(files.owners().userName(stat.uid()))
                .group(files.owners().groupName(stat.gid()))
                .inode(stat.inode())
                .deviceId(stat.device())
                .extendedAttributes(extendedAttributes(entry));
        addByKind(node, entry, stat);
        return node.build();
    }

    private void addByKind(NodeBuilder node, SourceEntry entry, FileStat stat) throws IOException {
        switch (stat.kind()) {
            case FILE -> node.size(stat.size()).links(stat.links());
            case SYMLINK -> node.linkTarget(files.readLink(entry.path())).links(stat.links());
            case BLOCK_DEVICE, CHAR_DEVICE -> node.device(stat.rdev()).links(stat.links());
            case DIRECTORY, FIFO, SOCKET, OTHER -> {}
        }
    }

    private List<ExtendedAttribute> extendedAttributes(SourceEntry entry) throws IOException {
        try {
            return files.extendedAttributes(SourceTree.metadataPath(entry));
        } catch (NoSuchFileException vanished) {
            throw vanished;
        } catch (IOException unreadable) {
            // Folders that merely lead to a target often belong to others.
            if (!(entry instanceof OnTheWay)) {
                problems.report(entry.path(), unreadable);
            }
            return List.of();
        }
    }

    private static NodeType type(FileStat.Kind kind) {
        return switch (kind) {
            case FILE -> NodeType.FILE;
            case DIRECTORY -> NodeType.DIR;
            case SYMLINK -> NodeType.SYMLINK;
            case BLOCK_DEVICE -> NodeType.DEV;
            case CHAR_DEVICE -> NodeType.CHARDEV;
            case FIFO -> NodeType.FIFO;
            case SOCKET -> NodeType.SOCKET;
            case OTHER -> NodeType.IRREGULAR;
        };
    }

    private static int mode(FileStat stat) {
        int permissions = stat.permissions();
        return typeBits(stat.kind())
                | (permissions & FileMode.PERMISSIONS)
                | ((permissions & 04000) != 0 ? FileMode.SETUID : 0)
                | ((permissions & 02000) != 0 ? FileMode.SETGID : 0)
                | ((permissions & 01000) != 0 ? FileMode.STICKY : 0);
    }

    private static int typeBits(FileStat.Kind kind) {
        return switch (kind) {
            case FILE -> 0;
            case DIRECTORY -> FileMode.DIR;
            case SYMLINK -> FileMode.SYMLINK;
            case BLOCK_DEVICE -> FileMode.DEVICE;
            case CHAR_DEVICE -> FileMode.DEVICE | FileMode.CHAR_DEVICE;
            case FIFO -> FileMode.NAMED_PIPE;
            case SOCKET -> FileMode.SOCKET;
            case OTHER -> FileMode.IRREGULAR;
        };
    }
}
