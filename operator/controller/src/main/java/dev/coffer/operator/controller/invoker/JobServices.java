package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.task.Function;
import dev.coffer.operator.api.task.FunctionRef;
import dev.coffer.operator.api.task.FunctionSpec;
import dev.coffer.operator.api.task.Task;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.cluster.Json;
import dev.coffer.operator.controller.pod.MountedVolume;
import dev.coffer.operator.controller.pod.WorkVolumes;
import dev.coffer.operator.controller.registry.RegistrySecrets;
import dev.coffer.operator.controller.task.InvalidTaskException;
import dev.coffer.operator.controller.task.TaskPod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What controllers need to work by jobs, and by containers in workloads.
 *
 * @param image image of the operator
 * @param registry what that image is pulled with
 */
public record JobServices(KubernetesClient client, ClusterObjects objects, String image, RegistrySecrets registry) {

    /** Gives the pods of jobs their rights. */
    public JobAccess access() {
        return new JobAccess(objects, registry);
    }

    /** Looks how jobs do. */
    public JobWatch watch() {
        return new JobWatch(client);
    }

    /**
     * What a Task works with besides its target.
     *
     * @param temp settings of the temporary volume; null for the usual ones
     * @param interim the volume for data on its way; null if none is wanted
     */
    public record TaskPlace(
            Repository repository,
            @Nullable TempDir temp,
            @Nullable VolumeClaimTemplate interim) {}

    /**
     * The pod of a Task, with the claim for data on its way if it is to have one.
     *
     * @param origin of the job, with whose owner that claim goes
     * @throws InvalidTaskException if Task or Function are missing, or a variable has no value
     */
    public PodSpec pod(String name, Variables variables, TaskPlace place, Jobs.Origin origin)
            throws InvalidTaskException {
        Task task = client.resources(Task.class).withName(name).get();
        if (task == null || task.getSpec() == null) {
            throw new InvalidTaskException("There is no Task " + name + "; create it, or name another one");
        }
        List<MountedVolume> volumes = new ArrayList<>(volumes(place.repository(), place.temp()));
        if (place.interim() != null) {
            volumes.add(new InterimVolumes(client, objects).ensure(place.interim(), origin));
        }
        return new TaskPod(new Json(client.getKubernetesSerialization()), functions(task), volumes)
                .build(name, task.getSpec(), variables);
    }

    /** The volumes of the operator in the pods of jobs. */
    public static List<MountedVolume> volumes(Repository repository, @Nullable TempDir temp) {
        Stream<MountedVolume> store =
                Optional.ofNullable(repository.getSpec().backend()).flatMap(WorkVolumes::repository).stream();
        return Stream.concat(Stream.of(WorkVolumes.temp(temp)), store).toList();
    }

    private Map<String, FunctionSpec> functions(Task task) {
        Map<String, FunctionSpec> functions = new HashMap<>();
        for (FunctionRef step : task.getSpec().steps()) {
            Function function =
                    client.resources(Function.class).withName(step.name()).get();
            if (function != null && function.getSpec() != null) {
                functions.put(function.getMetadata().getName(), function.getSpec());
            }
        }
        return functions;
    }
}
