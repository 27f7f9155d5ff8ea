package dev.coffer.operator.controller.restoresession;

import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.access.PodRole;
import dev.coffer.operator.controller.invoker.JobAccount;
import dev.coffer.operator.controller.invoker.JobServices;
import dev.coffer.operator.controller.invoker.Jobs;
import dev.coffer.operator.controller.task.InvalidTaskException;
import dev.coffer.operator.controller.task.TaskVariables;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;

/** Restores by a job that is made of a Task. */
final class TaskRestore {

    private final JobServices services;

    TaskRestore(JobServices services) {
        this.services = services;
    }

    RestoreStart start(RestoreWork work, String task) {
        Variables variables = TaskVariables.of(services.image(), RestoreWork.KIND, work.name(), work.namespace())
                .repository(work.repository())
                .restore(work.name(), work.member());
        try {
            RestoreMember member = work.member();
            PodSpec pod = services.pod(
                    task,
                    variables,
                    new JobServices.TaskPlace(work.repository(), member.tempDir(), member.interimVolumeTemplate()),
                    work.origin());
            JobAccount account = services.access()
                    .ensure(
                            ObjectNames.jobAccount(RestoreWork.KIND, work.name(), 0),
                            PodRole.RESTORE_JOB,
                            work.repository(),
                            work.origin());
            services.objects().createIfAbsent(Jobs.restore(name(work), pod, account, work.origin()));
        } catch (InvalidTaskException e) {
            return new RestoreStart.Impossible(e.getMessage());
        }
        return new RestoreStart.Started(1, "Job " + name(work) + " restores");
    }

    /** The names of its jobs. */
    static List<String> jobs(RestoreWork work) {
        return List.of(name(work));
    }

    private static String name(RestoreWork work) {
        return ObjectNames.restoreJob(work.name(), 0);
    }
}
