package dev.coffer.engine.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.snapshot.TagList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What restic 0.19.1 decided by 60 random policies, in four time zones, about 60 random groups of snapshots each
 * ({@code restic forget --dry-run --json --group-by host}).
 *
 * <p>{@code snapshots.txt} has a line for each snapshot: host, time, tags. {@code decisions.txt} has for each policy a line with
 * the time zone and the options, then one for each group: its host, and 1 or 0 for each snapshot that was kept or not.
 */
class ResticDecisionsTest {

    /** When restic was asked. */
    private static final Instant NOW = Instant.parse("2026-11-26T03:46:00Z");

    @Test
    void the_same_snapshots_are_kept() throws Exception {
        Map<String, List<StoredSnapshot>> groups = groups();
        String policy = "";
        int decisions = 0;
        for (String line : lines("decisions.txt")) {
            if (line.startsWith("policy ")) {
                policy = line;
                continue;
            }
            String[] decision = line.split(" ", -1);
            List<StoredSnapshot> group = Objects.requireNonNull(groups.get(decision[0]));
            assertThat(kept(group, policy)).as("%s on %s", policy, decision[0]).isEqualTo(decision[1]);
            decisions++;
        }
        assertThat(decisions).isEqualTo(3600);
    }

    private static String kept(List<StoredSnapshot> group, String policy) throws BadRequest {
        String[] words = policy.split(" ", -1);
        Retention retention = Retention.of(group, policy(words), NOW, ZoneId.of(words[1]));
        assertThat(retention.keep().size() + retention.remove().size()).isEqualTo(group.size());
        StringBuilder kept = new StringBuilder();
        group.forEach(snapshot -> kept.append(retention.keep().contains(snapshot) ? '1' : '0'));
        return kept.toString();
    }

    private static KeepPolicy policy(String[] words) throws BadRequest {
        Map<Interval, Integer> counts = new EnumMap<>(Interval.class);
        Map<Interval, KeepSpan> spans = new EnumMap<>(Interval.class);
        KeepSpan within = KeepSpan.ZERO;
        List<TagList> tags = new ArrayList<>();
        for (int i = 2; i < words.length; i += 2) {
            String option = words[i].substring("--keep-".length());
            String value = words[i + 1];
            switch (option) {
                case "within" -> within = KeepSpan.parse(value);
                case "tag" -> tags.add(TagList.parse(value));
                default -> {
                    if (option.startsWith("within-")) {
                        spans.put(interval(option.substring("within-".length())), KeepSpan.parse(value));
                    } else {
                        counts.put(interval(option), count(value));
                    }
                }
            }
        }
        return new KeepPolicy(counts, within, spans, tags);
    }

    private static Interval interval(String word) {
        return Interval.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int count(String text) {
        return text.equals("unlimited") ? KeepPolicy.UNLIMITED : Integer.parseInt(text);
    }

    private static Map<String, List<StoredSnapshot>> groups() throws IOException {
        Map<String, List<StoredSnapshot>> groups = new HashMap<>();
        for (String line : lines("snapshots.txt")) {
            String[] words = line.split(" ", -1);
            Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse(words[1]), ObjectId.NULL)
                    .hostname(words[0])
                    .tags(words[2].isEmpty() ? List.of() : List.of(words[2].split(",")))
                    .build();
            ObjectId id = ObjectId.of(line.getBytes(StandardCharsets.UTF_8));
            groups.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(new StoredSnapshot(id, snapshot));
        }
        return groups;
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ResticDecisionsTest.class.getResourceAsStream("restic-0.19/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
