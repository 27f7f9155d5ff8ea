package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Makes symbolic links, device nodes, pipes, and further hard links. Safe for use by any number of threads. */
final class OtherFiles {

    private final RestoreRun run;
    private final LocalFiles files;
    private final MetadataWriter metadata;
    private final Existing existing;

    OtherFiles(RestoreRun run, MetadataWriter metadata) {
        this.run = run;
        this.files = run.files();
        this.metadata = metadata;
        this.existing = new Existing(run);
    }

    /** Makes what a node stands for, and sets its metadata. */
    void restore(String path, Node node) throws IOException {
        String target = run.target().of(path);
        if (place(path, node, () -> create(target, node)) && !run.dryRun()) {
            metadata.write(target, node);
        }
    }

    /** Makes a further link to a file that was restored before, whose metadata are those of the link too. */
    void link(String path, String original, Node node) throws IOException {
        if (run.ledger().failed(original)) {
            throw new IOException(
                    "it is a hard link to " + NativeString.printable(original) + ", which could not be restored");
        }
        place(
                path,
                node,
                () -> files.createLink(run.target().of(path), run.target().of(original)));
    }

    private void create(String target, Node node) throws IOException {
        switch (node.type()) {
            case SYMLINK -> files.createSymlink(target, node.linkTarget());
            case FIFO -> files.createFifo(target);
            case DEV -> files.createDevice(target, FileStat.Kind.BLOCK_DEVICE, node.device());
            case CHARDEV -> files.createDevice(target, FileStat.Kind.CHAR_DEVICE, node.device());
            case FILE, DIR, SOCKET, IRREGULAR, UNKNOWN -> throw new IllegalArgumentException("not for " + node.type());
        }
    }

    /** Runs a step that makes something, after removing what is in the way; returns whether that was permitted. */
    private boolean place(String path, Node node, RestoreRun.Step creation) throws IOException {
        String target = run.target().of(path);
        if (run.dryRun()) {
            return imagine(path, target, node);
        }
        try {
            creation.run();
        } catch (FileAlreadyExistsException _) {
            FileStat stat = files.stat(target);
            if (!existing.mayReplace(stat, node)) {
                run.progress().skipped(path, 0);
                return false;
            }
            remove(target, stat);
            creation.run();
        }
        run.progress().restored(path, RestoreAction.RESTORED, 0);
        return true;
    }

    private boolean imagine(String path, String target, Node node) throws IOException {
        boolean permitted = existing.stat(target)
                .map(stat -> existing.mayReplace(stat, node))
                .orElse(true);
        if (permitted) {
            run.progress().restored(path, RestoreAction.RESTORED, 0);
        } else {
            run.progress().skipped(path, 0);
        }
        return permitted;
    }

    /** Directories were cleared away in the first pass, so one that is here now belongs to this restore. */
    private void remove(String target, FileStat stat) throws IOException {
        if (stat.isDirectory()) {
            throw new FileSystemException(
                    NativeString.printable(target), null, "cannot replace it: there is a directory of this name");
        }
        files.remove(target);
    }
}
