package dev.coffer.engine.retention;

import dev.coffer.engine.snapshot.TagList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which snapshots of a group are to be kept: those that any of these rules keeps.
 *
 * @param counts how many of each interval, the newest first; {@link #UNLIMITED} for all
 * @param within all snapshots that are not older than this; {@link KeepSpan#ZERO} for none
 * @param spans one of each interval that are not older than this
 * @param tags all snapshots that fit any of them
 */
public record KeepPolicy(
        Map<Interval, Integer> counts, KeepSpan within, Map<Interval, KeepSpan> spans, List<TagList> tags) {

    /** A count without end. */
    public static final int UNLIMITED = -1;

    public KeepPolicy {
        counts = copy(counts);
        spans = copy(spans);
        tags = List.copyOf(tags);
        counts.values().removeIf(count -> count == 0);
        spans.values().removeIf(KeepSpan::isZero);
        counts = Collections.unmodifiableMap(counts);
        spans = Collections.unmodifiableMap(spans);
    }

    private static <V> Map<Interval, V> copy(Map<Interval, V> map) {
        Map<Interval, V> copy = new EnumMap<>(Interval.class);
        copy.putAll(map);
        return copy;
    }

    /** Whether there is no rule, so that nothing would be kept. */
    public boolean isEmpty() {
        return counts.isEmpty() && within.isZero() && spans.isEmpty() && tags.isEmpty();
    }
}
