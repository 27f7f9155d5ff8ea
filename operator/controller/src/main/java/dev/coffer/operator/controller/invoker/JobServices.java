package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.TempDir;
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
import dev.coffer.operator.controller.task.InvalidTaskException;
import dev.coffer.operator.controller.task.TaskPod;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What controllers need to work by jobs.
 *
 * @param image image of the operator
 */
public record JobServices(KubernetesClient client, ClusterObjects objects, String image) {

    /** How long the pod of a job may take to start. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Gives the pods of jobs their rights. */
    public JobAccess access() {
        return new JobAccess(objects);
    }

    /** A job as it is now; empty if there is none. */
    public Optional<Job> job(String namespace, String name) {
        return Optional.ofNullable(
                client.batch().v1().jobs().inNamespace(namespace).withName(name).get());
    }

    /** Why nothing comes from a job any more; empty as long as it works, or is about to. */
    public Optional<String> end(String namespace, String name, Instant now) {
        Optional<Job> job = job(namespace, name);
        if (job.isEmpty()) {
            return Optional.of("Job " + name + " is gone");
        }
        Instant created = Instant.parse(job.get().getMetadata().getCreationTimestamp());
        Optional<String> end = JobState.end(job.get());
        return end.isPresent() || now.isBefore(created.plus(PATIENCE)) ? end : notStarted(namespace, name);
    }

    private Optional<String> notStarted(String namespace, String name) {
        List<Pod> pods = client.pods()
                .inNamespace(namespace)
                .withLabel("job-name", name)
                .list()
                .getItems();
        return PodStart.hasHappened(pods)
                ? Optional.empty()
                : Optional.of("The pod of Job " + name + " has not started for " + PATIENCE.toMinutes() + " minutes"
                        + PodStart.obstacle(pods).map(why -> "; " + why).orElse(""));
    }

    /**
     * The pod of a Task.
     *
     * @throws InvalidTaskException if Task or Function are missing, or a variable has no value
     */
    public PodSpec pod(String name, Variables variables, Repository repository, @Nullable TempDir temp)
            throws InvalidTaskException {
        Task task = client.resources(Task.class).withName(name).get();
        if (task == null || task.getSpec() == null) {
            throw new InvalidTaskException("There is no Task " + name + "; create it, or name another one");
        }
        return new TaskPod(new Json(client.getKubernetesSerialization()), functions(task), volumes(repository, temp))
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
