package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.controller.pod.PodEnd;
import dev.coffer.operator.controller.pod.PodStart;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks how jobs do. */
public final class JobWatch {

    /** How long the pod of a job may take to start. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** How long a job may be without a pod before that is told. */
    private static final Duration WITHOUT_POD = Duration.ofMinutes(1);

    private final KubernetesClient client;

    public JobWatch(KubernetesClient client) {
        this.client = client;
    }

    /** A job as it is now; empty if there is none. */
    public Optional<Job> job(String namespace, String name) {
        return Optional.ofNullable(
                client.batch().v1().jobs().inNamespace(namespace).withName(name).get());
    }

    /** Why nothing comes from a job any more, and what to do; empty as long as it works, or is about to. */
    public Optional<String> end(String namespace, String name, Instant now) {
        Optional<Job> job = job(namespace, name);
        if (job.isEmpty()) {
            return Optional.of("Job " + name + " is gone, and has left no result.");
        }
        boolean overdue = now.isAfter(created(job.get()).plus(PATIENCE));
        if (JobState.isOver(job.get())) {
            return Optional.of(JobState.describeEnd(job.get(), PodEnd.reason(pods(namespace, name))));
        }
        return overdue ? notStarted(namespace, name, now) : Optional.empty();
    }

    private Optional<String> notStarted(String namespace, String name, Instant now) {
        List<Pod> pods = pods(namespace, name);
        return PodStart.hasHappened(pods)
                ? Optional.empty()
                : Optional.of("The pod of Job " + name + " has not started for " + PATIENCE.toMinutes() + " minutes. "
                        + PodStart.obstacle(pods, now).orElse(withoutPod(name)));
    }

    /** What keeps the pod of a job that is not over from starting, and what to do; empty if nothing does. */
    public Optional<String> obstacle(String namespace, String name, Instant now) {
        List<Pod> pods = pods(namespace, name);
        if (!pods.isEmpty()) {
            return PodStart.hasHappened(pods) ? Optional.empty() : PodStart.obstacle(pods, now);
        }
        return job(namespace, name)
                .filter(job -> now.isAfter(created(job).plus(WITHOUT_POD)))
                .map(job -> withoutPod(name));
    }

    private static String withoutPod(String job) {
        return "Job " + job + " has no pod. kubectl describe job " + job
                + " says why: often a quota, or a policy that does not admit the pod.";
    }

    private static Instant created(Job job) {
        return Instant.parse(job.getMetadata().getCreationTimestamp());
    }

    private List<Pod> pods(String namespace, String job) {
        return client.pods()
                .inNamespace(namespace)
                .withLabel("job-name", job)
                .list()
                .getItems();
    }
}
