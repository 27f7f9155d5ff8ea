package dev.coffer.engine.restore;

import dev.coffer.engine.fs.LocalFiles.OpenFile;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that are being written piece by piece: a bounded number stays open, the one unused for longest is closed first.
 * Safe for use by any number of threads.
 */
final class OpenFiles implements AutoCloseable {

    /** Far below what systems permit a process. */
    private static final int MAX_IDLE = 64;

    private final Map<PlannedFile, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        final OpenFile file;
        int users;
        boolean finished;

        Entry(OpenFile file) {
            this.file = file;
        }
    }

    /** Opens a file that is not open. */
    @FunctionalInterface
    interface Opener {
        OpenFile open(PlannedFile file) throws IOException;
    }

    /** An open file, which stays open until {@link #release}. */
    synchronized OpenFile acquire(PlannedFile file, Opener opener) throws IOException {
        Entry entry = entries.get(file);
        if (entry == null) {
            closeIdle();
            entry = new Entry(opener.open(file));
            entries.put(file, entry);
        }
        entry.users++;
        return entry.file;
    }

    synchronized void release(PlannedFile file) throws IOException {
        Entry entry = entries.get(file);
        if (entry != null) {
            entry.users--;
            closeIfUnused(file, entry);
        }
    }

    /** A descriptor may only go once nobody uses it: the system gives its number to the next file that is opened. */
    private void closeIfUnused(PlannedFile file, Entry entry) throws IOException {
        if (entry.finished && entry.users == 0) {
            entries.remove(file);
            entry.file.close();
        }
    }

    private void closeIdle() throws IOException {
        Iterator<Entry> oldest = entries.values().iterator();
        while (entries.size() >= MAX_IDLE && oldest.hasNext()) {
            Entry entry = oldest.next();
            if (entry.users == 0) {
                oldest.remove();
                entry.file.close();
            }
        }
    }

    /** Closes a file to which nobody will begin to write any more, as soon as those who do so now have ended. */
    synchronized void finish(PlannedFile file) throws IOException {
        Entry entry = entries.get(file);
        if (entry != null) {
            entry.finished = true;
            closeIfUnused(file, entry);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        for (Entry entry : entries.values()) {
            try {
                entry.file.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        entries.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
