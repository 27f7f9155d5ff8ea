package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.Labels;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.JobAccount;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.task.InvalidTaskException;
import dev.coffer.operator.controller.task.TaskVariables;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Has a target backed up by a job. */
final class JobExecutor {

    private final JobServices services;

    JobExecutor(JobServices services) {
        this.services = services;
    }

    /** Creates the job, or looks how it does. */
    Verdict advance(TargetWork work, String task, Repository repository, Instant now) {
        if (work.status().totalHosts() != null) {
            return observe(work, now);
        }
        try {
            return create(work, task, repository);
        } catch (InvalidTaskException e) {
            return Verdicts.impossible(e.getMessage());
        }
    }

    private Verdict observe(TargetWork work, Instant now) {
        return end(work, now)
                .map(Verdicts::disrupted)
                .or(() -> services.watch()
                        .obstacle(work.namespace(), name(work), now)
                        .map(Verdicts::waiting))
                .orElseGet(() -> ensured(work));
    }

    private static Verdict ensured(TargetWork work) {
        return Verdicts.ensured(1, "Job " + name(work) + " backs it up");
    }

    void stop(TargetWork work) {
        services.watch().job(work.namespace(), name(work)).ifPresent(services.objects()::remove);
    }

    /** Why nothing more comes from the job; empty as long as it works. */
    Optional<String> end(TargetWork work, Instant now) {
        return services.watch().end(work.namespace(), name(work), now);
    }

    private Verdict create(TargetWork work, String task, Repository repository) throws InvalidTaskException {
        BackupInvoker invoker = work.invoker();
        BackupMember member = work.member();
        Variables variables = TaskVariables.of(services.image(), invoker.kind(), invoker.name(), work.namespace())
                .repository(repository)
                .backup(work.sessionName(), member, invoker.spec().retentionPolicy());
        Map<String, String> labels = invoker.labels(Labels.COMPONENT_BACKUP);
        Jobs.Origin origin = new Jobs.Origin(work.namespace(), labels, work.owner(), member.runtimeSettings());
        PodSpec pod = services.pod(
                task,
                variables,
                new JobServices.TaskPlace(repository, member.tempDir(), member.interimVolumeTemplate()),
                origin);
        JobAccount account = services.access()
                .ensure(
                        ObjectNames.jobAccount(invoker.kind(), invoker.name(), work.index()),
                        PodRole.BACKUP_JOB,
                        repository,
                        new Jobs.Origin(work.namespace(), labels, invoker.owner(), member.runtimeSettings()));
        Job job = Jobs.backup(name(work), pod, account, origin);
        services.objects().createIfAbsent(job);
        return ensured(work);
    }

    private static String name(TargetWork work) {
        return ObjectNames.backupJob(work.sessionName(), work.index());
    }
}
