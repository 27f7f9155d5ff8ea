package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.pod.PodStart;
import dev.coffer.operator.controller.workload.Workload;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Has a workload backed up by jobs that mount the volumes of its pods, one job after the other. The workload itself is left as it is.
 *
 * <p>The n-th host of a session is backed up by its n-th job, so that there is never more than one for a host, whoever creates it.
 */
final class NodeJobExecutor {

    private final JobServices services;
    private final NodeJobs jobs;

    NodeJobExecutor(JobServices services) {
        this.services = services;
        this.jobs = new NodeJobs(services);
    }

    /** Creates the next job, or looks how the present one does. */
    Verdict advance(TargetWork work, WorkloadKind kind, Repository repository, Instant now) {
        Optional<Workload> found = workload(work, kind);
        if (found.isEmpty()) {
            return Verdicts.impossible("There is no such " + kind.kind() + "; create it, or correct spec.target.ref");
        }
        int hosts = Objects.requireNonNullElse(
                work.status().totalHosts(), found.get().hosts());
        int turn = work.status().stats().size();
        if (hosts == 0) {
            return Verdicts.impossible(
                    kind.kind() + " " + found.get().name() + " has no pods, so there is nothing to read from");
        } else if (turn >= hosts) {
            return Verdict.NONE;
        }
        Optional<Job> job = services.watch().job(work.namespace(), name(work, turn));
        return Verdicts.both(
                Verdicts.hosts(hosts),
                job.map(present -> observe(work, present, now))
                        .orElseGet(() -> next(work, found.get(), repository, now)));
    }

    private Verdict observe(TargetWork work, Job job, Instant now) {
        String name = job.getMetadata().getName();
        String host = NodeJobs.host(job);
        Optional<String> end = services.watch().end(work.namespace(), name, now);
        if (end.isPresent()) {
            return Verdicts.disrupted(host, end.get());
        }
        return services.watch()
                .obstacle(work.namespace(), name, now)
                .map(Verdicts::waiting)
                .orElseGet(() -> atWork(name, host));
    }

    private Verdict next(TargetWork work, Workload workload, Repository repository, Instant now) {
        List<Pod> pods = services.client()
                .pods()
                .inNamespace(workload.namespace())
                .withLabelSelector(workload.selector())
                .list()
                .getItems();
        PodHosts hosts = PodHosts.of(workload.kind(), work.member());
        return switch (NodeTurn.decide(hosts, work.status(), pods)) {
            case NodeTurn.Next(var pod, var host) -> create(work, pod, host, repository);
            case NodeTurn.Disrupted(var host) ->
                Verdicts.disrupted(host, "The job that backed up host " + host + " is gone");
            case NodeTurn.NoPod _ ->
                Verdicts.patient(
                        work,
                        "No pod of " + workload.kind().kind() + " " + workload.name()
                                + " that is still to be backed up runs. "
                                + PodStart.obstacle(pods, now).orElse("See its pods."),
                        now);
        };
    }

    private Verdict create(TargetWork work, Pod pod, String host, Repository repository) {
        String name = name(work, work.status().stats().size());
        Optional<String> obstacle = jobs.obstacle(work, pod);
        if (obstacle.isPresent()) {
            return Verdicts.impossible(obstacle.get());
        }
        jobs.create(name, work, pod, host, repository);
        return atWork(name, host);
    }

    private static Verdict atWork(String job, String host) {
        return Verdicts.both(Verdicts.ensured("Job " + job + " backs up host " + host), Verdicts.atWork(host));
    }

    /** Why nobody does what is left when all hosts are backed up; empty as long as somebody does. */
    Optional<String> end(TargetWork work, Instant now) {
        int last = work.status().stats().size() - 1;
        return services.watch().end(work.namespace(), name(work, Math.max(last, 0)), now);
    }

    void stop(TargetWork work) {
        IntStream.rangeClosed(0, work.status().stats().size())
                .mapToObj(turn -> services.watch().job(work.namespace(), name(work, turn)))
                .flatMap(Optional::stream)
                .forEach(services.objects()::remove);
    }

    private static String name(TargetWork work, int turn) {
        return ObjectNames.backupJob(work.sessionName(), work.index(), turn);
    }

    private Optional<Workload> workload(TargetWork work, WorkloadKind kind) {
        return Optional.ofNullable(work.status().ref())
                .map(TargetRef::name)
                .flatMap(name -> kind.read(services.client(), work.namespace(), name));
    }
}
