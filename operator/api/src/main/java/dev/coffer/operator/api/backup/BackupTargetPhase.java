package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of the backup of one target. */
public enum BackupTargetPhase {
    @JsonProperty("Pending")
    PENDING,
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Running")
    RUNNING,
    @JsonProperty("Failed")
    FAILED;

    /** Whether nothing more happens to the target. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }
}
