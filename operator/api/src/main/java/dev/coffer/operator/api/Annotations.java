package dev.coffer.operator.api;

/** Annotations that users or the operator set. */
public final class Annotations {

    /** By users, on a workload, claim or AppBinding: names of BackupBlueprints, with commas between. */
    public static final String BACKUP_BLUEPRINT = "stash.appscode.com/backup-blueprint";

    /** By users, beside {@link #BACKUP_BLUEPRINT}: paths to back up, with commas between. */
    public static final String TARGET_PATHS = "stash.appscode.com/target-paths";

    /** By users, beside {@link #BACKUP_BLUEPRINT}: {@code volume:path[:subPath]}, with commas between. */
    public static final String VOLUME_MOUNTS = "stash.appscode.com/volume-mounts";

    /** By users, beside {@link #BACKUP_BLUEPRINT}: a schedule instead of the blueprint's. */
    public static final String SCHEDULE = "stash.appscode.com/schedule";

    /** By users, beside {@link #BACKUP_BLUEPRINT}: the beginning of annotations that set parameters of the task. */
    public static final String PARAMS_PREFIX = "params.stash.appscode.com/";

    /** By the operator, on a workload: the invoker whose sidecar it has. */
    public static final String LAST_BACKUP_INVOKER = "stash.appscode.com/last-applied-backup-invoker";

    public static final String LAST_BACKUP_INVOKER_KIND = "stash.appscode.com/last-applied-backup-invoker-kind";

    /** By the operator, on a pod template: the hash of what it was made from; another one means a roll-out. */
    public static final String LAST_BACKUP_INVOKER_HASH = "stash.appscode.com/last-applied-backup-invoker-hash";

    /** By the operator, on a workload: the restore whose init container it has. */
    public static final String LAST_RESTORE_INVOKER = "stash.appscode.com/last-applied-restore-invoker";

    public static final String LAST_RESTORE_INVOKER_KIND = "stash.appscode.com/last-applied-restore-invoker-kind";
    public static final String LAST_RESTORE_INVOKER_HASH = "stash.appscode.com/last-applied-restore-invoker-hash";

    /**
     * By the operator, on a pod template: the imagePullSecrets that it has for the sake of the sidecar, with commas between. Coffer's
     * own.
     */
    public static final String BACKUP_PULL_SECRETS = "coffer.dev/backup-image-pull-secrets";

    /** The same for the sake of the init container. */
    public static final String RESTORE_PULL_SECRETS = "coffer.dev/restore-image-pull-secrets";

    /** By users, on an invoker or a workload: an {@link ExecutionModel}, where {@code executionModel} is absent. Coffer's own. */
    public static final String EXECUTION_MODEL = "coffer.dev/execution-model";

    /** By the operator, on a pod with a sidecar: the BackupSession for which it is the pod's turn. Coffer's own. */
    public static final String BACKUP_SESSION = "coffer.dev/backup-session";

    /** By the operator, beside {@link #BACKUP_SESSION}: the container whose turn it is; another one knows nothing of it. */
    public static final String BACKUP_CONTAINER = "coffer.dev/backup-container";

    /** By the operator, on a job that backs up the volumes of another pod: the host that it backs up. */
    public static final String HOST = "coffer.dev/host";

    private Annotations() {}
}
