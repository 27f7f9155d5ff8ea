package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** After which restores a hook is run. */
public enum RestoreExecutionPolicy {
    @JsonProperty("Always")
    ALWAYS,
    @JsonProperty("OnSuccess")
    ON_SUCCESS,
    @JsonProperty("OnFailure")
    ON_FAILURE;

    /** Whether the hook is run after a restore that has, or has not, failed. */
    public boolean applies(boolean failed) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_SUCCESS -> !failed;
            case ON_FAILURE -> failed;
        };
    }
}
