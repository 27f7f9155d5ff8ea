package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.http.ObjectNames;

/**
 * Where a repository is.
 *
 * @param container its name
 * @param names of the objects in it
 */
record SwiftLocation(String container, ObjectNames names) {

    /** Understands {@code container:/prefix}, where the prefix may be empty. */
    static SwiftLocation parse(BackendLocation location) throws BackendException.Rejected {
        String path = location.path();
        int colon = path.indexOf(':');
        if (colon <= 0 || !path.startsWith(":/", colon) || path.lastIndexOf('/', colon) >= 0) {
            throw new BackendException.Rejected(
                    "cannot use swift:" + path + ": it should look like swift:container:/prefix or swift:container:/",
                    null);
        }
        return new SwiftLocation(path.substring(0, colon), ObjectNames.below(path.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "swift:" + container + ":/" + names.prefix();
    }
}
