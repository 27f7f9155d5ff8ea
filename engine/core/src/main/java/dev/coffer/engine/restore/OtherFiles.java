package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent.RestoreAction;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.time.Instant;

/** Makes symbolic links, device nodes, pipes, and further hard links. Safe for use by any number of threads. */
final class OtherFiles {

    private final RestoreRun run;
    private final LocalFiles files;
    private final MetadataWriter metadata;
    private final Existing existing;

    OtherFiles(RestoreRun run) {
        this.run = run;
        this.files = run.files();
        this.metadata = new MetadataWriter(run);
        this.existing = new Existing(run);
    }

    /** Makes a link or special file, and sets its metadata. */
    void restore(String path, OtherFile file) throws IOException {
        Instant mtime = file.metadata().mtime();
        if (!place(path, mtime, () -> create(run.target().of(path), file)) || run.dryRun()) {
            return;
        }
        if (file.type() == NodeType.SYMLINK) {
            metadata.writeToLink(run.entry(path), file.metadata());
        } else {
            metadata.write(run.entry(path), file.metadata());
        }
    }

    /** Makes a further link to a file that was restored before, whose metadata are those of the link too. */
    void link(String path, String original, Instant mtime) throws IOException {
        if (run.ledger().failed(original)) {
            throw new IOException(
                    "it is a hard link to " + NativeString.printable(original) + ", which could not be restored");
        }
        place(
                path,
                mtime,
                () -> files.createLink(run.target().of(path), run.target().of(original)));
    }

    private void create(String target, OtherFile file) throws IOException {
        switch (file.type()) {
            case SYMLINK -> files.createSymlink(target, file.linkTarget());
            case FIFO -> files.createFifo(target);
            case DEV -> files.createDevice(target, FileStat.Kind.BLOCK_DEVICE, file.device());
            case CHARDEV -> files.createDevice(target, FileStat.Kind.CHAR_DEVICE, file.device());
            case FILE, DIR, SOCKET, IRREGULAR, UNKNOWN -> throw new IllegalArgumentException("not for " + file.type());
        }
    }

    /** Runs a step that makes something, after removing what is in the way; returns whether that was permitted. */
    private boolean place(String path, Instant mtime, RestoreRun.Step creation) throws IOException {
        String target = run.target().of(path);
        if (run.dryRun()) {
            return imagine(path, target, mtime);
        }
        try {
            creation.run();
        } catch (FileAlreadyExistsException _) {
            FileStat stat = files.stat(target);
            if (!existing.mayReplace(stat, mtime)) {
                run.progress().skipped(path, 0);
                return false;
            }
            remove(target, stat);
            creation.run();
        }
        run.progress().restored(path, RestoreAction.RESTORED, 0);
        return true;
    }

    private boolean imagine(String path, String target, Instant mtime) throws IOException {
        boolean permitted = existing.stat(target)
                .map(stat -> existing.mayReplace(stat, mtime))
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
