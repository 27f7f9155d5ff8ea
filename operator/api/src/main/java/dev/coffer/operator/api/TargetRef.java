package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * The object that is backed up or restored. Only {@link #kind} decides what it is: manifests with the wrong API version for
 * their kind are in use.
 */
@ApiType
public record TargetRef(
        @JsonPropertyDescription("API version of the target.") @Nullable
        String apiVersion,

        @JsonPropertyDescription("Kind of the target, such as Deployment, StatefulSet, DaemonSet, DeploymentConfig or"
                + " PersistentVolumeClaim.")
        @Nullable
        String kind,

        @JsonPropertyDescription("Name of the target.") @Nullable
        String name,

        @JsonPropertyDescription("Namespace of the target; that of this object if absent.") @Nullable
        String namespace) {}
