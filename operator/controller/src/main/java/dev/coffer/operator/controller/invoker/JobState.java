package dev.coffer.operator.controller.invoker;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Optional;

/** What a job says about itself. */
final class JobState {

    private static final List<String> ENDS = List.of("Complete", "Failed");

    private JobState() {}

    /** Whether nothing more comes from a job. */
    static boolean isOver(Job job) {
        return end(job).isPresent();
    }

    /**
     * Why a job that is over has left no result, and what to do.
     *
     * @param cause what its pod says about that
     */
    static String describeEnd(Job job, Optional<String> cause) {
        String name = job.getMetadata().getName();
        String reason = end(job).map(JobCondition::getReason)
                .map(word -> " (" + word + ")")
                .orElse("");
        return "Job " + name + " is over" + reason + " and has left no result: "
                + cause.orElse("see kubectl logs job/" + name + " --all-containers.");
    }

    private static Optional<JobCondition> end(Job job) {
        List<JobCondition> conditions =
                job.getStatus() == null ? List.of() : job.getStatus().getConditions();
        return conditions.stream()
                .filter(condition -> "True".equals(condition.getStatus()))
                .filter(condition -> ENDS.contains(condition.getType()))
                .findFirst();
    }
}
