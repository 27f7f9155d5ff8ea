package dev.coffer.operator.controller.invoker;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Optional;

/** What a job says about itself. */
final class JobState {

    private JobState() {}

    /** Why nothing more comes from a job; empty as long as it works. */
    static Optional<String> end(Job job) {
        List<JobCondition> conditions =
                job.getStatus() == null ? List.of() : job.getStatus().getConditions();
        return conditions.stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .filter(condition -> List.of("Complete", "Failed").contains(condition.getType()))
                .findFirst()
                .map(condition -> describe(job, condition));
    }

    private static String describe(Job job, JobCondition condition) {
        String reason = condition.getReason() == null ? "" : " (" + condition.getReason() + ")";
        return "Job " + job.getMetadata().getName() + " is over" + reason
                + " and has left no result; see the logs of its pod";
    }
}
