package dev.coffer.operator.api;

/** Finalizers by which the operator learns of a removal before it happens. */
public final class Finalizers {

    public static final String REPOSITORY = "stash";

    /** Of BackupConfiguration, BackupBatch, RestoreSession and RestoreBatch. */
    public static final String INVOKER = "stash.appscode.com";

    private Finalizers() {}
}
