package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.http.ObjectNames;

/**
 * Where a repository is.
 *
 * @param container its name
 * @param names of the blobs in it
 */
record AzureLocation(String container, ObjectNames names) {

    /** Understands {@code container:/prefix}, where the prefix may be empty. */
    static AzureLocation parse(BackendLocation location) throws BackendException.Rejected {
        String path = location.path();
        int colon = path.indexOf(':');
        if (colon <= 0 || path.lastIndexOf('/', colon) >= 0) {
            throw new BackendException.Rejected(
                    "cannot use azure:" + path + ": it should look like azure:container:/prefix or azure:container:/",
                    null);
        }
        return new AzureLocation(path.substring(0, colon), ObjectNames.below(path.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return "azure:" + container + ":/" + names.prefix();
    }
}
