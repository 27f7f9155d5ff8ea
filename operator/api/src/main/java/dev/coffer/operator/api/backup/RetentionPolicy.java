package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which snapshots are kept. What is absent or 0 keeps nothing. */
@ApiType
public record RetentionPolicy(
        @Required @JsonPropertyDescription("A name for the policy, without effect.")
        String name,

        @JsonPropertyDescription("How many of the last snapshots to keep.") @Nullable
        Long keepLast,

        @JsonPropertyDescription("For how many hours that have snapshots to keep the last of each.") @Nullable
        Long keepHourly,

        @JsonPropertyDescription("For how many days that have snapshots to keep the last of each.") @Nullable
        Long keepDaily,

        @JsonPropertyDescription("For how many weeks that have snapshots to keep the last of each.") @Nullable
        Long keepWeekly,

        @JsonPropertyDescription("For how many months that have snapshots to keep the last of each.") @Nullable
        Long keepMonthly,

        @JsonPropertyDescription("For how many years that have snapshots to keep the last of each.") @Nullable
        Long keepYearly,

        @JsonPropertyDescription("Tags whose snapshots are kept.")
        List<String> keepTags,

        @Required @JsonPropertyDescription("Whether to remove data that no snapshot needs any more.")
        boolean prune,

        @JsonPropertyDescription("Whether to report only, and remove nothing.") @Nullable
        Boolean dryRun) {

    public RetentionPolicy {
        keepTags = Absent.orEmpty(keepTags);
    }
}
