package dev.coffer.operator.api.condition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The conditions that objects have, with the reasons that go with them: names that dashboards and scripts rely on. */
public enum ConditionType {
    REPOSITORY_FOUND(
            "RepositoryFound", "RepositoryAvailable", "RepositoryNotAvailable", "UnableToCheckRepositoryAvailability"),
    BACKEND_SECRET_FOUND(
            "BackendSecretFound",
            "BackendSecretAvailable",
            "BackendSecretNotAvailable",
            "UnableToCheckBackendSecretAvailability"),
    VALIDATION_PASSED("ValidationPassed", "ResourceValidationPassed", "ResourceValidationFailed"),
    CRON_JOB_CREATED("CronJobCreated", "CronJobCreationSucceeded", "CronJobCreationFailed"),
    BACKUP_TARGET_FOUND(
            "BackupTargetFound", "TargetAvailable", "TargetNotAvailable", "UnableToCheckTargetAvailability"),
    SIDECAR_INJECTED("StashSidecarInjected", "SidecarInjectionSucceeded", "SidecarInjectionFailed"),

    BACKEND_REPOSITORY_INITIALIZED(
            "BackendRepositoryInitialized", "BackendRepositoryFound", "FailedToInitializeBackendRepository"),
    RETENTION_POLICY_APPLIED(
            "RetentionPolicyApplied",
            "SuccessfullyAppliedRetentionPolicy",
            "FailedToApplyRetentionPolicy",
            "SkippedRetentionPolicy"),
    REPOSITORY_INTEGRITY_VERIFIED(
            "RepositoryIntegrityVerified",
            "SuccessfullyVerifiedRepositoryIntegrity",
            "FailedToVerifyRepositoryIntegrity"),
    REPOSITORY_METRICS_PUSHED(
            "RepositoryMetricsPushed", "SuccessfullyPushedRepositoryMetrics", "FailedToPushRepositoryMetrics"),
    BACKUP_SKIPPED("BackupSkipped", "SkippedTakingNewBackup", "SkippedTakingNewBackup"),
    GLOBAL_PRE_BACKUP_HOOK_SUCCEEDED(
            "GlobalPreBackupHookSucceeded",
            "GlobalPreBackupHookExecutedSuccessfully",
            "GlobalPreBackupHookExecutionFailed"),
    GLOBAL_POST_BACKUP_HOOK_SUCCEEDED(
            "GlobalPostBackupHookSucceeded",
            "GlobalPostBackupHookExecutedSuccessfully",
            "GlobalPostBackupHookExecutionFailed"),
    BACKUP_HISTORY_CLEANED("BackupHistoryCleaned", "SuccessfullyCleanedBackupHistory", "FailedToCleanBackupHistory"),
    METRICS_PUSHED("MetricsPushed", "SuccessfullyPushedMetrics", "FailedToPushMetrics"),
    DEADLINE_EXCEEDED("DeadlineExceeded", "FailedToCompleteWithinDeadline", "FailedToCompleteWithinDeadline"),

    BACKUP_EXECUTOR_ENSURED(
            "BackupExecutorEnsured",
            "SuccessfullyEnsuredBackupExecutor",
            "FailedToEnsureBackupExecutor",
            "WaitingForBackupExecutor"),
    PRE_BACKUP_HOOK_SUCCEEDED(
            "PreBackupHookExecutionSucceeded", "SuccessfullyExecutedPreBackupHook", "FailedToExecutePreBackupHook"),
    POST_BACKUP_HOOK_SUCCEEDED(
            "PostBackupHookExecutionSucceeded", "SuccessfullyExecutedPostBackupHook", "FailedToExecutePostBackupHook"),
    BACKUP_DISRUPTED("BackupDisrupted", "FailedToCompleteDueToDisruption", "FailedToCompleteDueToDisruption"),

    GLOBAL_PRE_RESTORE_HOOK_SUCCEEDED(
            "GlobalPreRestoreHookSucceeded",
            "GlobalPreRestoreHookExecutedSuccessfully",
            "GlobalPreRestoreHookExecutionFailed"),
    GLOBAL_POST_RESTORE_HOOK_SUCCEEDED(
            "GlobalPostRestoreHookSucceeded",
            "GlobalPostRestoreHookExecutedSuccessfully",
            "GlobalPostRestoreHookExecutionFailed"),
    RESTORE_TARGET_FOUND(
            "RestoreTargetFound", "TargetAvailable", "TargetNotAvailable", "UnableToCheckTargetAvailability"),
    INIT_CONTAINER_INJECTED(
            "StashInitContainerInjected", "InitContainerInjectionSucceeded", "InitContainerInjectionFailed"),
    RESTORE_JOB_CREATED("RestoreJobCreated", "RestoreJobCreationSucceeded", "RestoreJobCreationFailed"),
    RESTORE_EXECUTOR_ENSURED(
            "RestoreExecutorEnsured",
            "SuccessfullyEnsuredRestoreExecutor",
            "FailedToEnsureRestoreExecutor",
            "WaitingForRestoreExecutor"),
    RESTORE_COMPLETED("RestoreCompleted", "PostRestoreTasksExecuted", "PostRestoreTasksNotExecuted"),
    PRE_RESTORE_HOOK_SUCCEEDED(
            "PreRestoreHookExecutionSucceeded", "SuccessfullyExecutedPreRestoreHook", "FailedToExecutePreRestoreHook"),
    POST_RESTORE_HOOK_SUCCEEDED(
            "PostRestoreHookExecutionSucceeded",
            "SuccessfullyExecutedPostRestoreHook",
            "FailedToExecutePostRestoreHook"),

    /** Coffer's own: whether what a Repository has stored is removed, as its wipeOut says. */
    WIPED_OUT("WipedOut", "SuccessfullyWipedOutRepository", "FailedToWipeOutRepository", "WaitingToWipeOutRepository"),

    /** Coffer's own: whether a session waits for others, as only so many are at work at a time. */
    SESSION_QUEUED("SessionQueued", "WaitingForOtherSessions", "SessionBegan"),

    /** Coffer's own: whether pods can pull their image with the Secrets that the operator is told to give them. */
    IMAGE_PULL_SECRETS_FOUND("ImagePullSecretsFound", "ImagePullSecretsAvailable", "ImagePullSecretsNotAvailable"),

    /** Coffer's own: whether every file could be read. */
    ALL_FILES_READ("AllFilesRead", "AllFilesRead", "SomeFilesUnreadable");

    private final String type;
    private final String whenTrue;
    private final String whenFalse;
    private final String whenUnknown;

    ConditionType(String type, String whenTrue, String whenFalse) {
        this(type, whenTrue, whenFalse, "NotKnown");
    }

    ConditionType(String type, String whenTrue, String whenFalse, String whenUnknown) {
        this.type = type;
        this.whenTrue = whenTrue;
        this.whenFalse = whenFalse;
        this.whenUnknown = whenUnknown;
    }

    /** The name in manifests. */
    public String type() {
        return type;
    }

    /** A condition of this type; times in an API object have no fractions of seconds. */
    public Condition is(ConditionStatus status, String message, Instant now) {
        return new Condition(type, status, now.truncatedTo(ChronoUnit.SECONDS), null, null, reason(status), message);
    }

    private String reason(ConditionStatus status) {
        return switch (status) {
            case TRUE -> whenTrue;
            case FALSE -> whenFalse;
            case UNKNOWN -> whenUnknown;
        };
    }
}
