package dev.coffer.operator.controller.access;

/** What a pod may do in the namespace of its invoker: the cluster roles that are installed with the operator. */
public enum PodRole {
    BACKUP_JOB("stash-backup-job"),
    RESTORE_JOB("stash-restore-job"),
    SIDECAR("stash-sidecar"),
    RESTORE_INIT_CONTAINER("stash-restore-init-container"),
    WIPE_OUT("coffer-wipe-out");

    private final String clusterRole;

    PodRole(String clusterRole) {
        this.clusterRole = clusterRole;
    }

    String clusterRole() {
        return clusterRole;
    }
}
