package dev.coffer.operator.api.task;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.runtime.ContainerRuntimeSettings;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container; any string of it may hold variables. */
@ApiType
public record FunctionSpec(
        @JsonPropertyDescription("Image of the container.") @Nullable
        String image,

        @JsonPropertyDescription("Command of the container; that of the image if absent.")
        List<String> command,

        @JsonPropertyDescription("Arguments of the command.")
        List<String> args,

        @JsonPropertyDescription("Folder that the command is run in.") @Nullable
        String workingDir,

        @JsonPropertyDescription("Ports of the container.") List<ContainerPort> ports,

        @JsonPropertyDescription("Where volumes are mounted.")
        List<VolumeMount> volumeMounts,

        @JsonPropertyDescription("Where volumes are given as block devices.")
        List<VolumeDevice> volumeDevices,

        @JsonPropertyDescription("Settings of the container.") @Nullable
        ContainerRuntimeSettings runtimeSettings,

        @JsonPropertyDescription("Accepted for compatibility, without effect.") @Nullable
        String podSecurityPolicyName) {

    public FunctionSpec {
        command = Absent.orEmpty(command);
        args = Absent.orEmpty(args);
        ports = Absent.orEmpty(ports);
        volumeMounts = Absent.orEmpty(volumeMounts);
        volumeDevices = Absent.orEmpty(volumeDevices);
    }
}
