package dev.coffer.backend.sftp.ssh;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What follows the keyword {@code Match}.
 *
 * @param words names of criteria, most with patterns behind them
 */
record MatchCondition(List<String> words) {

    boolean holds(HostLookup lookup) {
        Iterator<String> left = words.iterator();
        while (left.hasNext()) {
            String criterion = left.next().toLowerCase(Locale.ROOT);
            if (criterion.equals("all")) {
                continue;
            }
            boolean negated = criterion.startsWith("!");
            if (!left.hasNext() || holds(criterion.substring(negated ? 1 : 0), left.next(), lookup) == negated) {
                return false;
            }
        }
        return !words.isEmpty();
    }

    private static boolean holds(String criterion, String patterns, HostLookup lookup) {
        return switch (criterion) {
            case "host" -> matches(patterns, lookup.hostName());
            case "originalhost" -> matches(patterns, lookup.originalHost());
            case "user" -> matches(patterns, lookup.user());
            case "localuser" -> matches(patterns, HostLookup.localUser());
            default -> false;
        };
    }

    private static boolean matches(String patterns, String name) {
        return HostPatterns.match(List.of(patterns.split(",")), name);
    }
}
