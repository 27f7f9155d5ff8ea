package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.invoker.ExecutionModels;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.invoker.JobServices;
import java.time.Instant;
import java.util.Optional;

/** Has targets backed up by whatever can do that. */
final class Executors {

    private final ExecutionModels models;
    private final JobExecutor jobs;
    private final NodeJobExecutor nodeJobs;
    private final SidecarExecutor sidecars;

    Executors(JobServices services, ExecutionModels models) {
        this.models = models;
        this.jobs = new JobExecutor(services);
        this.nodeJobs = new NodeJobExecutor(services);
        this.sidecars = new SidecarExecutor(services.client());
    }

    /** Starts the work, or looks how it goes. */
    Verdict advance(TargetWork work, Repository repository, Instant now) {
        return switch (executor(work)) {
            case Executor.TaskJob(var task) -> jobs.advance(work, task, repository, now);
            case Executor.NodeJobs(var kind) -> nodeJobs.advance(work, kind, repository, now);
            case Executor.InWorkload(var kind) -> sidecars.advance(work, kind, now);
            case Executor.Unsupported(var reason) -> Verdicts.impossible(reason);
        };
    }

    /** Why nobody is at work any more; empty as long as somebody is. */
    Optional<String> end(TargetWork work, Instant now) {
        return switch (executor(work)) {
            case Executor.TaskJob _ -> jobs.end(work, now);
            case Executor.NodeJobs _ -> nodeJobs.end(work, now);
            case Executor.InWorkload(var kind) -> sidecars.end(work, kind);
            case Executor.Unsupported(var reason) -> Optional.of(reason);
        };
    }

    /** Ends the work. */
    void stop(TargetWork work) {
        switch (executor(work)) {
            case Executor.TaskJob _ -> jobs.stop(work);
            case Executor.NodeJobs _ -> nodeJobs.stop(work);
            case Executor.InWorkload(var kind) -> sidecars.stop(work, kind);
            case Executor.Unsupported _ -> {}
        }
    }

    private Executor executor(TargetWork work) {
        return models.executor(work.invoker(), work.member());
    }
}
