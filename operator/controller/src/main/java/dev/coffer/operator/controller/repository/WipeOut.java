package dev.coffer.operator.controller.repository;

import static dev.coffer.operator.api.condition.ConditionType.WIPED_OUT;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryLocation;
import dev.coffer.operator.controller.invoker.JobServices;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has what is stored for a Repository removed before the Repository itself goes, if its {@code wipeOut} says so: once nobody uses it
 * any more, by a job, which is tried again until it succeeds. Whoever sets {@code wipeOut: false} meanwhile lets the Repository go
 * and keeps what is still stored.
 */
final class WipeOut {

    private static final Logger LOG = LoggerFactory.getLogger(WipeOut.class);

    /** Time from the beginning of one attempt to that of the next. */
    private static final Duration RETRY = Duration.ofMinutes(5);

    private static final String WAY_OUT =
            " Or set spec.wipeOut to false: then the Repository goes, and what is stored stays.";

    private final KubernetesClient client;
    private final RepositoryUsers users;
    private final WipeOutJob jobs;

    WipeOut(JobServices services) {
        this.client = services.client();
        this.users = new RepositoryUsers(client);
        this.jobs = new WipeOutJob(services);
    }

    /** Whether a Repository wants to be kept until what it stores is removed. */
    static boolean isWanted(Repository repository) {
        return repository.getSpec() != null
                && Boolean.TRUE.equals(repository.getSpec().wipeOut());
    }

    /**
     * What to say about a Repository that waits.
     *
     * @param observed whether a job is at work or has been, so that what it has reported itself counts more
     * @param atWork whether all is as it should be
     */
    record Step(Condition condition, boolean observed, boolean atWork) {

        /** The conditions of a Repository with this one. */
        List<Condition> in(List<Condition> present) {
            boolean reported =
                    Conditions.isTrue(present, WIPED_OUT) || (observed && Conditions.isFalse(present, WIPED_OUT));
            return reported ? present : Conditions.with(present, condition);
        }

        /** What is to be told about a Repository with these conditions. */
        List<Event> events(List<Condition> present) {
            return atWork && Conditions.has(present, WIPED_OUT, ConditionStatus.UNKNOWN)
                    ? List.of(Event.normal("WipingOutRepository", String.valueOf(condition.message())))
                    : ConditionEvents.of(
                            Conditions.find(present, WIPED_OUT).stream().toList());
        }
    }

    /** Takes the step that is due for a Repository that is being removed, and returns what to say; empty when it may go. */
    Optional<Step> advance(Repository repository, Instant now) {
        boolean done = Conditions.isTrue(RepositoryStatuses.of(repository).conditions(), WIPED_OUT);
        if (done || !isWanted(repository) || isWithoutPlace(repository)) {
            return Optional.empty();
        } else if (isNamespaceLeaving(repository)) {
            LOG.warn(
                    "What is stored for Repository {}/{} stays: its namespace is being removed, where no job can run",
                    repository.getMetadata().getNamespace(),
                    repository.getMetadata().getName());
            return Optional.empty();
        }
        return Optional.of(work(repository, now));
    }

    private Step work(Repository repository, Instant now) {
        Optional<Job> job = jobs.find(repository);
        if (job.isPresent()) {
            return observe(repository, job.get(), now);
        }
        Optional<String> obstacle = users.any(repository)
                .map(user -> user + " still uses this Repository; remove it first")
                .or(() -> RepositoryState.missingSecret(client, repository)
                        .map(lack -> "What is stored cannot be reached: " + lack + "."));
        if (obstacle.isPresent()) {
            return new Step(waiting(obstacle.get(), now), false, false);
        }
        jobs.create(repository);
        return new Step(working(repository, now), false, true);
    }

    private Step observe(Repository repository, Job job, Instant now) {
        Optional<String> end = jobs.end(repository, now);
        if (end.isEmpty()) {
            return jobs.obstacle(repository, now)
                    .map(reason -> new Step(waiting(reason, now), true, false))
                    .orElseGet(() -> new Step(working(repository, now), true, true));
        }
        Instant begun = Instant.parse(job.getMetadata().getCreationTimestamp());
        if (now.isAfter(begun.plus(RETRY))) {
            jobs.remove(job);
        }
        return new Step(WIPED_OUT.is(ConditionStatus.FALSE, end.get() + WAY_OUT, now), true, false);
    }

    private static Condition waiting(String reason, Instant now) {
        return WIPED_OUT.is(ConditionStatus.UNKNOWN, reason + WAY_OUT, now);
    }

    private static Condition working(Repository repository, Instant now) {
        return WIPED_OUT.is(
                ConditionStatus.UNKNOWN, "Job " + WipeOutJob.name(repository) + " removes what is stored", now);
    }

    /** Nothing can be stored nowhere. */
    private static boolean isWithoutPlace(Repository repository) {
        return Optional.ofNullable(repository.getSpec().backend())
                .flatMap(RepositoryLocation::of)
                .isEmpty();
    }

    private boolean isNamespaceLeaving(Repository repository) {
        Namespace namespace = client.namespaces()
                .withName(repository.getMetadata().getNamespace())
                .get();
        return namespace != null && namespace.isMarkedForDeletion();
    }
}
