package dev.coffer.engine.check;

import dev.coffer.engine.blob.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When which pack was last read as a whole and found to be sound. That is knowledge of one machine, kept outside the
 * repository: whoever can write to the store could forge it there. Safe for use by any number of threads.
 */
public final class VerifiedPacks {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,11})");

    private final Map<ObjectId, Instant> times = new HashMap<>();

    /** Nothing has been verified yet. */
    public VerifiedPacks() {}

    /** What {@link #lines} gave. Lines that are none of these are passed over: then packs are verified earlier than necessary. */
    public static VerifiedPacks parse(List<String> lines) {
        VerifiedPacks verified = new VerifiedPacks();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                verified.note(ObjectId.parse(parts.group(1)), Instant.ofEpochSecond(Long.parseLong(parts.group(2))));
            }
        }
        return verified;
    }

    /** One line for each pack: its id, and the time in seconds since 1970. */
    public synchronized List<String> lines() {
        return times.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue().getEpochSecond())
                .toList();
    }

    synchronized void note(ObjectId pack, Instant time) {
        times.put(pack, time);
    }

    synchronized Optional<Instant> last(ObjectId pack) {
        return Optional.ofNullable(times.get(pack));
    }

    /** Forgets the packs that no longer exist. */
    synchronized void retain(Collection<ObjectId> packs) {
        times.keySet().retainAll(packs);
    }

    /** When that of these packs was verified whose turn is next; empty if one never was, or there are none. */
    synchronized Optional<Instant> oldest(Collection<ObjectId> packs) {
        Stream<Instant> known = packs.stream().map(pack -> times.getOrDefault(pack, Instant.MIN));
        return known.min(Instant::compareTo).filter(time -> !time.equals(Instant.MIN));
    }
}
