package dev.coffer.operator.api;

import org.jspecify.annotations.Nullable;

/** Whether the members of a batch run together or one after the other. */
public enum ExecutionOrder {
    PARALLEL("Parallel"),
    SEQUENTIAL("Sequential");

    private final String text;

    ExecutionOrder(String text) {
        this.text = text;
    }

    /** The order in a manifest, which may be any text there; what is not known is parallel, the default. */
    public static ExecutionOrder of(@Nullable String text) {
        return SEQUENTIAL.text.equals(text) ? SEQUENTIAL : PARALLEL;
    }

    /** Whether a manifest may say so. */
    public static boolean knows(@Nullable String text) {
        return text == null || text.equals(PARALLEL.text) || text.equals(SEQUENTIAL.text);
    }
}
