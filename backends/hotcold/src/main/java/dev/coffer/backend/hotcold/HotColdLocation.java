package dev.coffer.backend.hotcold;

import dev.coffer.backend.BackendException;

/**
 * Where the two parts of a repository are.
 *
 * @param hot without a comma
 * @param cold with as many as it likes
 */
record HotColdLocation(String hot, String cold) {

    private static final String PREFIX = "hotcold:";

    static HotColdLocation parse(String path) throws BackendException.Rejected {
        int comma = path.indexOf(',');
        HotColdLocation both = comma < 0
                ? new HotColdLocation(path, "")
                : new HotColdLocation(path.substring(0, comma), path.substring(comma + 1));
        if (both.hot.isEmpty() || both.cold.isEmpty()) {
            throw new BackendException.Rejected(
                    "the location must name two places, as in hotcold:/mnt/ssd/backup,s3:s3.amazonaws.com/bucket",
                    null);
        }
        if (both.hot.startsWith(PREFIX) || both.cold.startsWith(PREFIX)) {
            throw new BackendException.Rejected("a part of a hotcold: location cannot be one itself", null);
        }
        return both;
    }
}
