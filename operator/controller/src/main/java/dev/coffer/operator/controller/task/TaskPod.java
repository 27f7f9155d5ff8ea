package dev.coffer.operator.controller.task;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.operator.api.Param;
import dev.coffer.operator.api.task.FunctionRef;
import dev.coffer.operator.api.task.FunctionSpec;
import dev.coffer.operator.api.task.TaskSpec;
import dev.coffer.operator.api.variables.UnresolvedVariablesException;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.pod.ContainerSettings;
import dev.coffer.operator.controller.pod.MountedVolume;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a pod of a Task: its steps run one after the other, so all but the last are init containers.
 *
 * <p>A variable has the value that the invoker gives; if there is none, that of the step; if there is none, the default in the
 * Function.
 */
public final class TaskPod {

    private final Json json;
    private final Map<String, FunctionSpec> functions;
    private final List<MountedVolume> volumes;

    /**
     * A maker of pods.
     *
     * @param functions by name
     * @param volumes volumes of the operator, which all containers mount
     */
    public TaskPod(Json json, Map<String, FunctionSpec> functions, List<MountedVolume> volumes) {
        this.json = json;
        this.functions = Map.copyOf(functions);
        this.volumes = List.copyOf(volumes);
    }

    /**
     * The pod of a Task.
     *
     * @param values what the invoker gives
     * @throws InvalidTaskException if a Function is missing, or a variable has no value
     */
    public PodSpec build(String name, TaskSpec task, Variables values) throws InvalidTaskException {
        if (task.steps().isEmpty()) {
            throw new InvalidTaskException("Task " + name + " has no steps");
        }
        TaskSpec resolved = resolve("Task " + name, task, TaskSpec.class, values);
        List<Container> steps = new ArrayList<>();
        for (FunctionRef step : resolved.steps()) {
            steps.add(container(step, steps.size(), values));
        }
        return new PodSpecBuilder()
                .withInitContainers(steps.subList(0, steps.size() - 1))
                .withContainers(steps.getLast())
                .withVolumes(Stream.concat(
                                resolved.volumes().stream(), volumes.stream().map(MountedVolume::volume))
                        .toList())
                .withRestartPolicy("Never")
                .build();
    }

    private Container container(FunctionRef step, int index, Variables values) throws InvalidTaskException {
        FunctionSpec known = step.name() == null ? null : functions.get(step.name());
        if (known == null) {
            throw new InvalidTaskException(
                    "There is no Function " + step.name() + ", which the Task names; create it, or name another one");
        }
        FunctionSpec function =
                resolve("Function " + step.name(), known, FunctionSpec.class, values.orElse(params(step.params())));
        Container container = new ContainerBuilder()
                .withName(step.name() + "-" + index)
                .withImage(function.image())
                .withImagePullPolicy("IfNotPresent")
                .withCommand(function.command())
                .withArgs(function.args())
                .withWorkingDir(function.workingDir())
                .withPorts(function.ports())
                .withVolumeMounts(mounts(function))
                .withVolumeDevices(function.volumeDevices())
                .withEnv(ContainerSettings.identity())
                .build();
        return ContainerSettings.apply(container, function.runtimeSettings());
    }

    /** A mount of the Function's own counts where both mount something at a path. */
    private List<VolumeMount> mounts(FunctionSpec function) {
        Map<String, VolumeMount> byPath = new LinkedHashMap<>();
        function.volumeMounts().forEach(mount -> byPath.put(mount.getMountPath(), mount));
        volumes.forEach(volume -> byPath.putIfAbsent(volume.mount().getMountPath(), volume.mount()));
        return List.copyOf(byPath.values());
    }

    private <T> T resolve(String what, T spec, Class<T> type, Variables values) throws InvalidTaskException {
        try {
            JsonNode resolved = values.resolve((JsonNode) json.write(spec));
            return json.read(resolved, type);
        } catch (UnresolvedVariablesException e) {
            throw new InvalidTaskException(what + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> params(List<Param> params) {
        return params.stream().collect(Collectors.toMap(Param::name, Param::value, (first, second) -> second));
    }
}
