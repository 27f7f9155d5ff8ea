package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import org.jspecify.annotations.Nullable;

/** A claim to create; any string of it may hold variables. */
@ApiType
public record VolumeClaimTemplate(
        @JsonPropertyDescription("v1, if given.") @Nullable String apiVersion,

        @JsonPropertyDescription("PersistentVolumeClaim, if given.") @Nullable
        String kind,

        @JsonPropertyDescription("Name, labels and annotations of the claim.") @Nullable
        TemplateMetadata metadata,

        @JsonPropertyDescription("What to claim.") @Nullable PersistentVolumeClaimSpec spec,

        @JsonPropertyDescription("Accepted for compatibility, without effect.") @Nullable
        PersistentVolumeClaimStatus status) {}
