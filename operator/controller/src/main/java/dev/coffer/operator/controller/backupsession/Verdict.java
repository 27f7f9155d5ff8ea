package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupTargetStatus;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * What is to be said about a target, once its present status is known. It is asked again if the status has changed meanwhile, so
 * that a report that has just come in counts more than the end of the pod that wrote it.
 */
interface Verdict extends BiFunction<BackupTargetStatus, Instant, BackupTargetStatus> {

    /** There is nothing to say. */
    Verdict NONE = (target, now) -> target;
}
