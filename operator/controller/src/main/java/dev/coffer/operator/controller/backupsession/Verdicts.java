package dev.coffer.operator.controller.backupsession;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_DISRUPTED;
import static dev.coffer.operator.api.condition.ConditionType.BACKUP_EXECUTOR_ENSURED;

import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can be said about a target. */
final class Verdicts {

    /** How long a session waits for pods that can be backed up. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Verdicts() {}

    /** It is at work. */
    static Verdict ensured(int hosts, String message) {
        return (target, now) -> Statuses.withCondition(
                Statuses.withHosts(target, hosts), BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.TRUE, message, now));
    }

    /** It is at work. */
    static Verdict ensured(String message) {
        return (target, now) ->
                Statuses.withCondition(target, BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.TRUE, message, now));
    }

    /** It has that many hosts. */
    static Verdict hosts(int hosts) {
        return (target, now) -> Statuses.withHosts(target, hosts);
    }

    /** First the one, then the other. */
    static Verdict both(Verdict first, Verdict second) {
        return (target, now) -> second.apply(first.apply(target, now), now);
    }

    /** It has to wait for pods, but not for ever. */
    static Verdict patient(TargetWork work, String message, Instant now) {
        Optional<Condition> waiting = Conditions.find(work.status().conditions(), BACKUP_EXECUTOR_ENSURED)
                .filter(condition -> condition.status() == ConditionStatus.UNKNOWN);
        boolean tooLong = waiting.isPresent()
                && now.isAfter(waiting.get().lastTransitionTime().plus(PATIENCE));
        return tooLong ? disrupted(message) : waiting(message);
    }

    /** It has to wait. */
    static Verdict waiting(String message) {
        return (target, now) -> isReported(target)
                ? target
                : Statuses.withCondition(target, BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.UNKNOWN, message, now));
    }

    /** It cannot be backed up. */
    static Verdict impossible(String message) {
        return (target, now) ->
                Statuses.withCondition(target, BACKUP_EXECUTOR_ENSURED.is(ConditionStatus.FALSE, message, now));
    }

    /** Nobody works on it any more, so what has not been reported never will be. */
    static Verdict disrupted(String message) {
        return (target, now) -> isReported(target)
                ? target
                : Statuses.withCondition(target, BACKUP_DISRUPTED.is(ConditionStatus.TRUE, message, now));
    }

    /** Nobody works on a host any more, so if it has not been reported it never will be. */
    static Verdict disrupted(String host, String message) {
        Verdict disrupted = disrupted(message);
        return (target, now) -> PodHosts.ended(target).contains(host) ? target : disrupted.apply(target, now);
    }

    /** A host is at work. */
    static Verdict atWork(String host) {
        return (target, now) -> Statuses.withHostAtWork(target, host, now);
    }

    /** Whether all hosts have reported. */
    static boolean isReported(BackupTargetStatus target) {
        return target.totalHosts() != null && target.stats().size() >= target.totalHosts();
    }
}
