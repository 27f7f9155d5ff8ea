package dev.coffer.backend.wrap;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Handle;

/** Parts of files that are in memory as a whole. */
final class Ranges {

    private Ranges() {}

    /** Copies a range of a file to where a load wants it. */
    static void copy(Handle handle, byte[] file, long position, byte[] buffer, int offset, int length)
            throws BackendException.Truncated {
        if (position > file.length - length) {
            throw new BackendException.Truncated(
                    "cannot read " + length + " bytes at " + position + " of " + handle + ": it has only "
                            + file.length,
                    null);
        }
        System.arraycopy(file, Math.toIntExact(position), buffer, offset, length);
    }
}
