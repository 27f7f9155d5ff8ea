package dev.coffer.operator.api.runtime;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a container, which mean what they mean in a container's own specification. */
@ApiType
public record ContainerRuntimeSettings(
        @JsonPropertyDescription("Requests and limits.") @Nullable
        ResourceRequirements resources,

        @JsonPropertyDescription("How to tell that the container works.") @Nullable
        Probe livenessProbe,

        @JsonPropertyDescription("How to tell that the container is ready.") @Nullable
        Probe readinessProbe,

        @JsonPropertyDescription("What to do after the start and before the end.") @Nullable
        Lifecycle lifecycle,

        @JsonPropertyDescription("User, group, capabilities and the like.") @Nullable
        SecurityContext securityContext,

        @JsonPropertyDescription("Share of the processor.") @Nullable
        NiceSettings nice,

        @JsonPropertyDescription("Share of the disk.") @Nullable
        IoNiceSettings ionice,

        @JsonPropertyDescription("Sources of environment variables.")
        List<EnvFromSource> envFrom,

        @JsonPropertyDescription("Environment variables.") List<EnvVar> env) {

    public ContainerRuntimeSettings {
        envFrom = Absent.orEmpty(envFrom);
        env = Absent.orEmpty(env);
    }
}
