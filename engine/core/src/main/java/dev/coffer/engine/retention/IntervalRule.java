package dev.coffer.engine.retention;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest snapshot of each interval, as many as it is told. As long as there are some left, the oldest snapshot is kept
 * too, so that the history reaches back as far as it can.
 */
final class IntervalRule implements KeepRule {

    private final Interval interval;
    private final String reason;
    private int left;
    private @Nullable Object lastKey;

    /** @param count {@link KeepPolicy#UNLIMITED} for all */
    IntervalRule(Interval interval, int count, String reason) {
        this.interval = interval;
        this.left = count;
        this.reason = reason;
    }

    @Override
    public Optional<String> reason(Candidate candidate) {
        Object key = interval.keyOf(candidate.snapshot().time(), candidate.number());
        boolean first = !key.equals(lastKey);
        if (left == 0 || !(first || candidate.oldest())) {
            return Optional.empty();
        }
        lastKey = key;
        if (left != KeepPolicy.UNLIMITED) {
            left--;
        }
        return Optional.of(first ? reason : "oldest " + reason);
    }
}
