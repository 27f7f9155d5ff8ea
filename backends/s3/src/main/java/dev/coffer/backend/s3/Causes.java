package dev.coffer.backend.s3;

import java.util.Optional;

/** Finds what is behind a failure. */
final class Causes {

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
