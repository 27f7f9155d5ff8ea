package dev.coffer.operator.agent.maintenance;

import dev.coffer.engine.retention.Interval;
import dev.coffer.engine.retention.KeepPolicy;
import dev.coffer.engine.retention.KeepSpan;
import dev.coffer.engine.snapshot.TagList;
import dev.coffer.operator.api.backup.RetentionPolicy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's policies for those of manifests. */
final class KeepPolicies {

    private KeepPolicies() {}

    static KeepPolicy of(RetentionPolicy policy) {
        Map<Interval, Integer> counts = Map.of(
                Interval.LAST, count(policy.keepLast()),
                Interval.HOURLY, count(policy.keepHourly()),
                Interval.DAILY, count(policy.keepDaily()),
                Interval.WEEKLY, count(policy.keepWeekly()),
                Interval.MONTHLY, count(policy.keepMonthly()),
                Interval.YEARLY, count(policy.keepYearly()));
        return new KeepPolicy(
                counts,
                KeepSpan.ZERO,
                Map.of(),
                policy.keepTags().stream().map(TagList::parse).toList());
    }

    /** As with restic, what is negative has no limit. */
    private static int count(@Nullable Long number) {
        if (number == null) {
            return 0;
        }
        return number < 0 ? KeepPolicy.UNLIMITED : (int) Math.min(number, Integer.MAX_VALUE);
    }
}
