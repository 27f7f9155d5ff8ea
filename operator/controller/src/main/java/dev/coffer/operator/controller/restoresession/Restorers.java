package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.invoker.JobAccess;
import dev.coffer.operator.controller.invoker.JobServices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has targets restored by whatever can do that. */
final class Restorers {

    private final JobServices services;
    private final TaskRestore tasks;
    private final ClaimRestore claims;
    private final WorkloadRestore workloads;

    Restorers(JobServices services, InstantSource clock) {
        this.services = services;
        this.tasks = new TaskRestore(services);
        this.claims = new ClaimRestore(services);
        this.workloads = new WorkloadRestore(services, clock);
    }

    RestoreStart start(RestoreWork work) {
        if (intoNewClaims(work)) {
            return claims.start(work);
        }
        return switch (executor(work)) {
            case Executor.TaskJob(var task) -> tasks.start(work, task);
            case Executor.InWorkload(var kind) -> workloads.start(work, kind);
            case Executor.NodeJobs _ -> throw new IllegalStateException("Nothing is restored beside a running pod");
            case Executor.Unsupported(var reason) -> new RestoreStart.Impossible(reason);
        };
    }

    /** Why nobody is at work any more; empty as long as somebody is, or will be: the pods of a workload try again and again. */
    Optional<String> end(RestoreWork work, Instant now) {
        List<Optional<String>> ends = jobs(work).stream()
                .map(name -> services.watch().end(work.namespace(), name, now))
                .toList();
        boolean all = !ends.isEmpty() && ends.stream().allMatch(Optional::isPresent);
        return all ? ends.getFirst() : Optional.empty();
    }

    /** What keeps the work from going on, and what to do; empty if nothing does. */
    Optional<String> obstacle(RestoreWork work, Instant now) {
        List<String> jobs = jobs(work);
        if (jobs.isEmpty()) {
            return executor(work) instanceof Executor.InWorkload(var kind)
                    ? workloads.obstacle(work, kind, now)
                    : Optional.empty();
        }
        return jobs.stream()
                .flatMap(name -> services.watch().obstacle(work.namespace(), name, now).stream())
                .findFirst();
    }

    /** Ends the work. The init container of a workload stays until the session is removed, as taking it out restarts the pods. */
    void stop(RestoreWork work) {
        jobs(work).stream()
                .map(name -> services.watch().job(work.namespace(), name))
                .flatMap(Optional::stream)
                .forEach(services.objects()::remove);
    }

    /** Takes out of the target what the operator has put into it, and back what it has given to pods elsewhere. */
    void cleanUp(RestoreTarget target, String namespace, String session, Optional<Repository> repository) {
        workloads.remove(target.ref(), namespace, session, repository);
        String account = ObjectNames.jobAccount(RestoreWork.KIND, session, 0);
        repository.ifPresent(found ->
                JobAccess.revoke(services.objects(), JobAccess.grant(account, PodRole.RESTORE_JOB, namespace), found));
    }

    private static List<String> jobs(RestoreWork work) {
        if (intoNewClaims(work)) {
            return ClaimRestore.jobs(work);
        }
        return executor(work) instanceof Executor.TaskJob ? TaskRestore.jobs(work) : List.of();
    }

    /** Whether a target is restored by its own pods. */
    static boolean isInWorkload(RestoreWork work) {
        return !intoNewClaims(work) && executor(work) instanceof Executor.InWorkload;
    }

    private static boolean intoNewClaims(RestoreWork work) {
        return !work.target().volumeClaimTemplates().isEmpty() && work.member().task() == null;
    }

    private static Executor executor(RestoreWork work) {
        RestoreMember member = work.member();
        TargetRef ref = work.ref();
        return Executor.ofRestore(member.task(), ref, member.executionModel());
    }
}
