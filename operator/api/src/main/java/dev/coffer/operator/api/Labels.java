package dev.coffer.operator.api;

/** Labels of the objects that the operator creates. */
public final class Labels {

    public static final String INVOKER_TYPE = "stash.appscode.com/invoker-type";
    public static final String INVOKER_NAME = "stash.appscode.com/invoker-name";
    public static final String TARGET_KIND = "stash.appscode.com/target-kind";
    public static final String TARGET_NAMESPACE = "stash.appscode.com/target-namespace";
    public static final String TARGET_NAME = "stash.appscode.com/target-name";
    public static final String TARGET_API_GROUP = "stash.appscode.com/target-api-group";
    public static final String TARGET_API_VERSION = "stash.appscode.com/target-api-version";

    /** {@code true} on a job that is removed as soon as it has succeeded. */
    public static final String DELETE_JOB_ON_COMPLETION = "stash.appscode.com/delete-job-on-completion";

    /** {@link #COMPONENT_BACKUP}, {@link #COMPONENT_RESTORE} or {@link #COMPONENT_WIPE_OUT}. */
    public static final String COMPONENT = "app.kubernetes.io/component";

    public static final String COMPONENT_BACKUP = "stash-backup";
    public static final String COMPONENT_RESTORE = "stash-restore";

    /** Coffer's own. */
    public static final String COMPONENT_WIPE_OUT = "coffer-wipe-out";

    /** {@link ApiGroup#STASH}. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** {@code true} on the pods of workloads that have the sidecar, by which the operator watches them. Coffer's own. */
    public static final String SIDECAR = "coffer.dev/sidecar";

    /** Longest value of a label. */
    private static final int LONGEST = 63;

    private Labels() {}

    /** The name of an object as the value of a label, which is cut if it is too long for one. */
    public static String value(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST).replaceAll("[^A-Za-z0-9]+$", "");
    }
}
