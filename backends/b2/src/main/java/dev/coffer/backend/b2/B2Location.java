package dev.coffer.backend.b2;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.http.ObjectNames;
import java.util.regex.Pattern;

/**
 * Where a repository is.
 *
 * @param bucket its name
 * @param names of the files in it
 */
record B2Location(String bucket, ObjectNames names) {

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9-]{6,63}");

    /** Understands {@code bucket} and {@code bucket:prefix}. */
    static B2Location parse(BackendLocation location) throws BackendException.Rejected {
        String[] parts = location.path().split(":", 2);
        if (!BUCKET.matcher(parts[0]).matches()) {
            throw new BackendException.Rejected(
                    "cannot use b2:" + location.path()
                            + ": it should look like b2:bucket:prefix, where the name of the bucket"
                            + " has 6 to 63 letters, digits and dashes",
                    null);
        }
        return new B2Location(parts[0], ObjectNames.below(parts.length < 2 ? "" : parts[1]));
    }

    @Override
    public String toString() {
        return "b2:" + bucket + ":" + names.prefix();
    }
}
