package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.VolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is restored, and from what. */
@ApiType
public record RestoreTarget(
        @JsonPropertyDescription("Begins the names of the target's hosts in the repository, as it did for the backup.")
        @Nullable
        String alias,

        @JsonPropertyDescription("Object to restore; may be absent if there are volumeClaimTemplates.") @Nullable
        TargetRef ref,

        @JsonPropertyDescription("Where the volumes are mounted.")
        List<VolumeMount> volumeMounts,

        @JsonPropertyDescription("Number of replicas to make claims for.") @Nullable
        Integer replicas,

        @JsonPropertyDescription("Claims to create and to restore into; ${POD_ORDINAL} stands for the replica.")
        List<VolumeClaimTemplate> volumeClaimTemplates,

        @JsonPropertyDescription("What to restore on which host.")
        List<RestoreRule> rules,

        @JsonPropertyDescription("Arguments to add to the restore command.")
        List<String> args) {

    public RestoreTarget {
        volumeMounts = Absent.orEmpty(volumeMounts);
        volumeClaimTemplates = Absent.orEmpty(volumeClaimTemplates);
        rules = Absent.orEmpty(rules);
        args = Absent.orEmpty(args);
    }

    /** The rule for a host: one that names it, or else the last of those that name none; empty if nothing is to be restored. */
    public Optional<RestoreRule> ruleFor(String host) {
        return rules.stream()
                .filter(rule -> rule.targetHosts().contains(host))
                .findFirst()
                .or(() -> rules.reversed().stream()
                        .filter(rule -> rule.targetHosts().isEmpty())
                        .findFirst());
    }
}
