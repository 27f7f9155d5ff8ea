package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** After which backups a hook is run. */
public enum BackupExecutionPolicy {
    @JsonProperty("Always")
    ALWAYS,
    @JsonProperty("OnSuccess")
    ON_SUCCESS,
    @JsonProperty("OnFailure")
    ON_FAILURE,
    /** After a backup that has failed and is not tried again. */
    @JsonProperty("OnFinalRetryFailure")
    ON_FINAL_RETRY_FAILURE;

    /**
     * Whether the hook is run.
     *
     * @param failed whether the backup has failed
     * @param retriesLeft how often it would be tried again
     */
    public boolean applies(boolean failed, int retriesLeft) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_SUCCESS -> !failed;
            case ON_FAILURE -> failed;
            case ON_FINAL_RETRY_FAILURE -> failed && retriesLeft == 0;
        };
    }
}
