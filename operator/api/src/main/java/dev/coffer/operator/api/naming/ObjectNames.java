package dev.coffer.operator.api.naming;

import static dev.coffer.operator.api.naming.NameBuilder.CRON_JOB;
import static dev.coffer.operator.api.naming.NameBuilder.LABEL;
import static dev.coffer.operator.api.naming.NameBuilder.name;

import java.time.Instant;
import java.util.Locale;

/** Names of the objects that the operator creates, the same as Stash gives them where they fit. */
public final class ObjectNames {

    private static final String BACKUP_JOB = "stash-backup";
    private static final String RESTORE_JOB = "stash-restore";

    private ObjectNames() {}

    /**
     * The BackupSession of an invoker for a time. The name follows from both, so that a time has one session however often it is
     * created.
     */
    public static String session(String invoker, Instant time) {
        return name(LABEL, "", invoker, Long.toString(time.getEpochSecond()));
    }

    /** The job that backs up one target of a session. */
    public static String backupJob(String session, int target) {
        return name(LABEL, BACKUP_JOB, session, Integer.toString(target));
    }

    /**
     * The job that backs up one of several hosts of a target, counted from 0 in the order of their turns. The letter keeps it apart
     * from {@link #backupJob(String, int)} for a session whose name ends with a number.
     */
    public static String backupJob(String session, int target, int turn) {
        return name(LABEL, BACKUP_JOB, session, target + "-t" + turn);
    }

    /** The job that restores one target of a RestoreSession or RestoreBatch. */
    public static String restoreJob(String restore, int target) {
        return name(LABEL, RESTORE_JOB, restore, Integer.toString(target));
    }

    /** The job that restores one replica of a target. */
    public static String restoreJob(String restore, int target, int ordinal) {
        return name(LABEL, RESTORE_JOB, restore, target + "-" + ordinal);
    }

    /** What triggers the backups of an invoker. */
    public static String trigger(String invoker) {
        return name(CRON_JOB, "stash-trigger", invoker);
    }

    /** The claim for data on its way, of a session or restore. */
    public static String interimVolume(String owner, String template) {
        return name(LABEL, owner + "-" + template);
    }

    /** The service account and role binding of the job that works on one target of an invoker. */
    public static String jobAccount(String kind, String invoker, int target) {
        return name(LABEL, kind.toLowerCase(Locale.ROOT), invoker, Integer.toString(target));
    }

    /** The role binding of the sidecar of a workload. */
    public static String sidecarRoleBinding(String kind, String workload) {
        return name(LABEL, "stash-sidecar-" + kind.toLowerCase(Locale.ROOT), workload);
    }

    /** The role binding of the init container of a workload. */
    public static String initContainerRoleBinding(String kind, String workload) {
        return name(LABEL, "stash-restore-init-container-" + kind.toLowerCase(Locale.ROOT), workload);
    }

    /** The copy of a Secret of the operator with which nodes pull the images of what works for an object of that kind. */
    public static String pullSecret(String secret, String kind, String object) {
        return name(LABEL, secret + "-" + kind.toLowerCase(Locale.ROOT) + "-" + object);
    }

    /** The job that removes what is stored for a Repository, with its service account and role binding. */
    public static String wipeOutJob(String repository) {
        return name(LABEL, "coffer-wipe-out", repository);
    }

    /** The lease by which the pods of a workload take backups one after the other. */
    public static String backupLease(String kind, String workload) {
        return name(LABEL, "lock-" + kind.toLowerCase(Locale.ROOT), workload, "backup");
    }

    /** The lease by which the pods of a workload restore one after the other. */
    public static String restoreLease(String kind, String workload) {
        return name(LABEL, "lock-" + kind.toLowerCase(Locale.ROOT), workload, "restore");
    }

    /** The lease by which one at a time makes what is not there yet: the repository of a Repository. */
    public static String repositoryLease(String repository) {
        return name(LABEL, "lock-repository", repository, "init");
    }
}
