package dev.coffer.server;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Keeps a repository from growing beyond a size. How large it is, is found out by a listing when something is first to be
 * stored, and counted from then on. Safe for use by all threads.
 */
final class Quota {

    private final Backend backend;
    private final OptionalLong max;
    private OptionalLong used = OptionalLong.empty();

    Quota(Backend backend, OptionalLong max) {
        this.backend = backend;
        this.max = max;
    }

    /** Whether anything has to be counted. */
    boolean limited() {
        return max.isPresent();
    }

    /** Refuses so many bytes if there is no room for them now. */
    void require(long bytes) throws IOException {
        if (limited()) {
            reserve(bytes);
            free(bytes);
        }
    }

    /** Takes room for so many bytes that are about to be stored. */
    synchronized void reserve(long bytes) throws IOException {
        if (max.isEmpty()) {
            return;
        }
        long before = used.isPresent() ? used.getAsLong() : measure();
        used = OptionalLong.of(before);
        if (bytes > max.getAsLong() - before) {
            throw Refusal.full();
        }
        used = OptionalLong.of(before + bytes);
    }

    /** So many bytes were removed, or not stored after all. */
    synchronized void free(long bytes) {
        if (used.isPresent()) {
            used = OptionalLong.of(Math.max(0, used.getAsLong() - bytes));
        }
    }

    private long measure() throws IOException {
        long[] sum = {configSize()};
        for (FileType type : FileType.values()) {
            if (type != FileType.CONFIG) {
                backend.list(type, file -> sum[0] += file.size());
            }
        }
        return sum[0];
    }

    private long configSize() throws IOException {
        try {
            return backend.stat(Handle.CONFIG).size();
        } catch (BackendException.Missing _) {
            return 0;
        }
    }
}
