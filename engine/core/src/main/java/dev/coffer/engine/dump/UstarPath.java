package dev.coffer.engine.dump;

import java.util.Arrays;
import java.util.Optional;

/**
 * A path as a plain header holds it: a name, and if that is too long, the directories before it in a second field.
 *
 * @param prefix without the slash that joins it to the name; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // passed from one method to the next and never compared
record UstarPath(byte[] prefix, byte[] name) {

    private static final int MAX_PREFIX = 155;

    /** Empty if the path does not fit. */
    static Optional<UstarPath> of(byte[] path) {
        if (!TarHeader.isAscii(path)) {
            return Optional.empty();
        }
        if (path.length <= TarHeader.NAME) {
            return Optional.of(new UstarPath(new byte[0], path));
        }
        int slash = lastSlash(path, searchEnd(path));
        int nameLength = path.length - slash - 1;
        boolean fits = slash > 0 && slash <= MAX_PREFIX && nameLength > 0 && nameLength <= TarHeader.NAME;
        return fits
                ? Optional.of(
                        new UstarPath(Arrays.copyOf(path, slash), Arrays.copyOfRange(path, slash + 1, path.length)))
                : Optional.empty();
    }

    /** The slash at the end of a directory does not divide anything. */
    private static int searchEnd(byte[] path) {
        if (path.length > MAX_PREFIX + 1) {
            return MAX_PREFIX + 1;
        }
        return path[path.length - 1] == '/' ? path.length - 1 : path.length;
    }

    private static int lastSlash(byte[] path, int end) {
        int slash = end - 1;
        while (slash >= 0 && path[slash] != '/') {
            slash--;
        }
        return slash;
    }
}
