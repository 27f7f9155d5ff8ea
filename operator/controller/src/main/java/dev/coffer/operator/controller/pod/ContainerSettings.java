package dev.coffer.operator.controller.pod;

import dev.coffer.operator.api.runtime.ContainerRuntimeSettings;
import dev.coffer.operator.api.runtime.IoNiceSettings;
import dev.coffer.operator.api.runtime.NiceSettings;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies the settings that users give for containers. */
public final class ContainerSettings {

    private ContainerSettings() {}

    /** The container with settings that take precedence over what it has. */
    public static Container apply(Container container, @Nullable ContainerRuntimeSettings settings) {
        if (settings == null) {
            return container;
        }
        ContainerBuilder builder = new ContainerBuilder(container);
        if (settings.resources() != null) {
            builder.withResources(settings.resources());
        }
        if (settings.livenessProbe() != null) {
            builder.withLivenessProbe(settings.livenessProbe());
        }
        if (settings.readinessProbe() != null) {
            builder.withReadinessProbe(settings.readinessProbe());
        }
        if (settings.lifecycle() != null) {
            builder.withLifecycle(settings.lifecycle());
        }
        if (settings.securityContext() != null) {
            builder.withSecurityContext(settings.securityContext());
        }
        builder.addAllToEnvFrom(settings.envFrom());
        builder.withEnv(merge(merge(container.getEnv(), priorities(settings)), settings.env()));
        return builder.build();
    }

    /** Variables that tell pod and node, of which host names are made. */
    public static List<EnvVar> identity() {
        return List.of(
                fromField("POD_NAME", "metadata.name"),
                fromField("POD_NAMESPACE", "metadata.namespace"),
                fromField("NODE_NAME", "spec.nodeName"));
    }

    private static EnvVar fromField(String name, String field) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath(field)
                .endFieldRef()
                .endValueFrom()
                .build();
    }

    private static List<EnvVar> priorities(ContainerRuntimeSettings settings) {
        List<EnvVar> variables = new ArrayList<>();
        NiceSettings nice = settings.nice();
        IoNiceSettings disk = settings.ionice();
        add(variables, "NICE_ADJUSTMENT", nice == null ? null : nice.adjustment());
        add(variables, "IONICE_CLASS", disk == null ? null : disk.schedulingClass());
        add(variables, "IONICE_CLASS_DATA", disk == null ? null : disk.classData());
        return variables;
    }

    private static void add(List<EnvVar> variables, String name, @Nullable Integer value) {
        if (value != null) {
            variables.add(new EnvVar(name, value.toString(), null));
        }
    }

    private static List<EnvVar> merge(List<EnvVar> variables, List<EnvVar> stronger) {
        List<String> names = stronger.stream().map(EnvVar::getName).toList();
        List<EnvVar> merged = new ArrayList<>(variables.stream()
                .filter(variable -> !names.contains(variable.getName()))
                .toList());
        merged.addAll(stronger);
        return merged;
    }
}
