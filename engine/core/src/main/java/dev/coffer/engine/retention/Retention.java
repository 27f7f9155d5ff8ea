package dev.coffer.engine.retention;

import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a policy decides about the snapshots of one group.
 *
 * @param keep newest first
 * @param remove newest first
 * @param reasons why those that are kept are, in the same order
 */
public record Retention(List<StoredSnapshot> keep, List<StoredSnapshot> remove, List<Reason> reasons) {

    /** Where there is no snapshot that is not from the future, spans of time end here. */
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** Newest first; the id decides between equal times. */
    private static final Comparator<StoredSnapshot> ORDER = StoredSnapshot.BY_TIME.reversed();

    public Retention {
        keep = List.copyOf(keep);
        remove = List.copyOf(remove);
        reasons = List.copyOf(reasons);
    }

    /**
     * Why a snapshot is kept.
     *
     * @param matches each rule that keeps it, in restic's words, such as {@code daily snapshot}
     */
    public record Reason(StoredSnapshot snapshot, List<String> matches) {

        public Reason {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Applies a policy. Spans of time end with the newest snapshot that is not from the future, not now, so that what is kept
     * of a computer that is switched off stays as it is.
     *
     * @param zone of this computer, see {@link KeepSpan#before}
     */
    public static Retention of(Collection<StoredSnapshot> group, KeepPolicy policy, Instant now, ZoneId zone) {
        List<StoredSnapshot> ordered = group.stream().sorted(ORDER).toList();
        List<KeepRule> rules = rules(policy, latest(ordered, now), zone);
        List<StoredSnapshot> keep = new ArrayList<>();
        List<StoredSnapshot> remove = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            StoredSnapshot stored = ordered.get(i);
            Candidate candidate = new Candidate(stored.snapshot(), i, i == ordered.size() - 1);
            List<String> matches = rules.stream()
                    .flatMap(rule -> rule.reason(candidate).stream())
                    .toList();
            if (matches.isEmpty()) {
                remove.add(stored);
            } else {
                keep.add(stored);
                reasons.add(new Reason(stored, matches));
            }
        }
        return new Retention(keep, remove, reasons);
    }

    private static OffsetDateTime latest(List<StoredSnapshot> newestFirst, Instant now) {
        return newestFirst.stream()
                .map(stored -> stored.snapshot().time())
                .filter(time -> time.toInstant().isBefore(now))
                .findFirst()
                .orElse(BEGINNING);
    }

    /** In the order in which restic lists its reasons. */
    private static List<KeepRule> rules(KeepPolicy policy, OffsetDateTime latest, ZoneId zone) {
        List<KeepRule> rules = new ArrayList<>();
        policy.tags().forEach(tags -> rules.add(tagged(tags)));
        if (!policy.within().isZero()) {
            rules.add(all("within " + policy.within()).after(policy.within().before(latest, zone)));
        }
        policy.counts()
                .forEach((interval, count) ->
                        rules.add(new IntervalRule(interval, count, interval.label() + " snapshot")));
        policy.spans().forEach((interval, span) -> {
            String reason = interval.label() + " within " + span;
            rules.add(new IntervalRule(interval, KeepPolicy.UNLIMITED, reason).after(span.before(latest, zone)));
        });
        return rules;
    }

    private static KeepRule tagged(TagList tags) {
        Optional<String> reason = Optional.of("has tags [" + String.join(", ", tags.tags()) + "]");
        return candidate -> tags.matches(candidate.snapshot().tags()) ? reason : Optional.empty();
    }

    private static KeepRule all(String reason) {
        return _ -> Optional.of(reason);
    }
}
