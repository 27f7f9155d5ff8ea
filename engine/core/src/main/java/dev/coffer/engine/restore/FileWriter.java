package dev.coffer.engine.restore;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes pieces into files at their positions, in any order and from any number of threads. A file is made, or brought to
 * its size, when its first piece comes, and gets its metadata after its last one, if nothing of it is missing; symbolic
 * links are never followed.
 */
final class FileWriter implements AutoCloseable {

    private static final int WRITABLE = 0600;

    private final RestoreRun run;
    private final LocalFiles files;
    private final Removal removal;
    private final MetadataWriter metadata;
    private final OpenFiles open = new OpenFiles();
    private final Set<PlannedFile> started = ConcurrentHashMap.newKeySet();

    FileWriter(RestoreRun run) {
        this.run = run;
        this.files = run.files();
        this.removal = new Removal(run);
        this.metadata = new MetadataWriter(run);
    }

    /** Writes one piece, the first bytes of an array; failures are reported and end the work on that file. */
    void write(PlannedFile file, long position, byte[] content, int length) throws IOException {
        if (file.abandoned()) {
            return;
        }
        try {
            if (file.pieces() == 1) {
                writeOnly(file, position, content, length);
            } else {
                writeOneOfMany(file, position, content, length);
            }
            run.progress().written(length);
        } catch (IOException e) {
            abandon(file, e);
        }
        finishPiece(file);
    }

    /** Most files consist of one piece: those are made, written and closed without further ado. */
    private void writeOnly(PlannedFile file, long position, byte[] content, int length) throws IOException {
        try (OpenFile out = start(file)) {
            put(file, out, position, content, length);
            setMetadata(file, out);
        }
    }

    private void writeOneOfMany(PlannedFile file, long position, byte[] content, int length) throws IOException {
        OpenFile out = open.acquire(file, this::startOrContinue);
        try {
            put(file, out, position, content, length);
        } finally {
            open.release(file);
        }
    }

    private OpenFile startOrContinue(PlannedFile file) throws IOException {
        if (started.contains(file)) {
            return files.openForWriting(run.target().of(file.path()));
        }
        OpenFile out = start(file);
        started.add(file);
        return out;
    }

    private OpenFile start(PlannedFile file) throws IOException {
        String target = run.target().of(file.path());
        OpenFile out = file.origin() == Origin.NEW ? create(target) : openExisting(target);
        boolean usable = false;
        try {
            prepare(file, out);
            usable = true;
            return out;
        } finally {
            if (!usable) {
                out.close();
            }
        }
    }

    private OpenFile create(String target) throws IOException {
        try {
            return files.create(target);
        } catch (FileAlreadyExistsException _) {
            removal.clear(target);
            return files.create(target);
        }
    }

    /** An ordinary user may lack the permission to write to a file of their own. */
    private OpenFile openExisting(String target) throws IOException {
        try {
            return files.openForWriting(target);
        } catch (AccessDeniedException _) {
            files.setPermissions(target, WRITABLE);
            return files.openForWriting(target);
        }
    }

    private void prepare(PlannedFile file, OpenFile out) throws IOException {
        boolean sparse = run.has(RestoreOption.SPARSE);
        if (file.origin() == Origin.EXISTING) {
            if (out.stat().size() != file.size()) {
                out.setSize(file.size());
            }
        } else if (sparse || file.pieces() > 1) {
            if (!sparse) {
                out.reserve(file.size());
            }
            out.setSize(file.size());
        }
    }

    private void put(PlannedFile file, OpenFile out, long position, byte[] content, int length) throws IOException {
        int from = 0;
        int to = length;
        if (run.has(RestoreOption.SPARSE) && file.origin() == Origin.NEW) {
            from = Zeros.before(content, length);
            to = from == length ? from : Zeros.after(content, length);
        }
        if (from < to) {
            out.write(position + from, content, from, to - from);
        }
    }

    /** Deals with a file that has the right content already, apart from its size. */
    void writeNothing(PlannedFile file) throws IOException {
        try (OpenFile out = start(file)) {
            setMetadata(file, out);
        } catch (IOException e) {
            abandon(file, e);
        }
        finish(file);
    }

    /** A piece cannot be had from the repository. */
    void miss(PlannedFile file, IOException reason) throws IOException {
        fail(file, reason);
        finishPiece(file);
    }

    private void abandon(PlannedFile file, IOException reason) throws IOException {
        file.abandon();
        open.finish(file);
        fail(file, reason);
    }

    private void fail(PlannedFile file, IOException reason) throws IOException {
        if (file.fail()) {
            run.failed(file.path(), reason);
        }
    }

    private void finishPiece(PlannedFile file) throws IOException {
        if (file.finishPiece()) {
            if (file.pieces() > 1) {
                setMetadataOfMany(file);
            }
            open.finish(file);
            started.remove(file);
            finish(file);
        }
    }

    /** For a file of several pieces, which may have been closed since the last one was written. */
    private void setMetadataOfMany(PlannedFile file) throws IOException {
        if (file.failed()) {
            return;
        }
        try {
            OpenFile out = open.acquire(file, this::startOrContinue);
            try {
                setMetadata(file, out);
            } finally {
                open.release(file);
            }
        } catch (IOException e) {
            abandon(file, e);
        }
    }

    /** The content is there whatever becomes of the metadata. */
    private void setMetadata(PlannedFile file, OpenFile out) throws IOException {
        if (!file.failed()) {
            run.attempt(file.path(), () -> metadata.write(out, file.metadata()));
        }
    }

    private void finish(PlannedFile file) {
        if (!file.failed()) {
            run.progress().restored(file.path(), FilePlanner.action(file.origin()), file.size());
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
