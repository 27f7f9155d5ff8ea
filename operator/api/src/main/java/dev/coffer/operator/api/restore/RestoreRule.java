package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to restore on certain hosts. */
@ApiType
public record RestoreRule(
        @JsonPropertyDescription("Hosts that this rule is for; if absent, all hosts that no other rule names.")
        List<String> targetHosts,

        @JsonPropertyDescription("Host whose backup is restored; the same host if absent.") @Nullable
        String sourceHost,

        @JsonPropertyDescription("Ids of the snapshots to restore, instead of the latest of each path.")
        List<String> snapshots,

        @JsonPropertyDescription("Paths to restore, each from its latest snapshot.")
        List<String> paths,

        @JsonPropertyDescription("Patterns of files to leave out.")
        List<String> exclude,

        @JsonPropertyDescription("Patterns of files to restore, leaving out all others.")
        List<String> include) {

    public RestoreRule {
        targetHosts = Absent.orEmpty(targetHosts);
        snapshots = Absent.orEmpty(snapshots);
        paths = Absent.orEmpty(paths);
        exclude = Absent.orEmpty(exclude);
        include = Absent.orEmpty(include);
    }
}
