package dev.coffer.engine.rewrite;

import dev.coffer.engine.filter.PathFilter;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What to change in snapshots.
 *
 * @param filter chooses what stays in them; empty to leave their trees alone
 * @param hostname what they are said to be of from now on
 * @param time when they are said to have been made from now on
 */
public record RewriteRequest(
        Optional<PathFilter> filter, Optional<String> hostname, Optional<OffsetDateTime> time, Original original) {

    /** Nothing at all, and the originals stay. */
    public static final RewriteRequest NOTHING =
            new RewriteRequest(Optional.empty(), Optional.empty(), Optional.empty(), Original.KEPT);

    /** Leaves in the snapshots what the filter chooses, and counts it; {@link PathFilter#ALL} only counts. */
    public RewriteRequest withFilter(PathFilter newFilter) {
        return new RewriteRequest(Optional.of(newFilter), hostname, time, original);
    }

    public RewriteRequest withHostname(String newHostname) {
        return new RewriteRequest(filter, Optional.of(newHostname), time, original);
    }

    public RewriteRequest withTime(OffsetDateTime newTime) {
        return new RewriteRequest(filter, hostname, Optional.of(newTime), original);
    }

    public RewriteRequest withOriginal(Original newOriginal) {
        return new RewriteRequest(filter, hostname, time, newOriginal);
    }

    /** Whether there is nothing to change. */
    public boolean isEmpty() {
        return filter.isEmpty() && !changesLabels();
    }

    boolean changesLabels() {
        return hostname.isPresent() || time.isPresent();
    }
}
