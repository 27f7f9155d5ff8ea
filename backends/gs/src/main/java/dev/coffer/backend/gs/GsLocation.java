package dev.coffer.backend.gs;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.http.ObjectNames;

/**
 * Where a repository is.
 *
 * @param bucket its name
 * @param names of the objects in it
 */
record GsLocation(String bucket, ObjectNames names) {

    /** Understands {@code bucket:/prefix}, where the prefix may be empty. */
    static GsLocation parse(BackendLocation location) throws BackendException.Rejected {
        String path = location.path();
        int colon = path.indexOf(':');
        if (colon <= 0 || path.lastIndexOf('/', colon) >= 0) {
            throw new BackendException.Rejected(
                    "cannot use gs:" + path + ": it should look like gs:bucket:/prefix or gs:bucket:/", null);
        }
        return new GsLocation(path.substring(0, colon), ObjectNames.below(path.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "gs:" + bucket + ":/" + names.prefix();
    }
}
