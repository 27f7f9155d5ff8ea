package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of a restore. */
public enum RestorePhase {
    @JsonProperty("Pending")
    PENDING,
    @JsonProperty("Running")
    RUNNING,
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Failed")
    FAILED,
    /** The operator cannot tell, as when a volume is only bound with its first pod. */
    @JsonProperty("Unknown")
    UNKNOWN,
    /** The specification breaks a rule. */
    @JsonProperty("Invalid")
    INVALID;

    /** Whether nothing more happens to the restore. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == UNKNOWN;
    }
}
