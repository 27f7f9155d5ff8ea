package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of the restore of one member. */
public enum RestoreMemberPhase {
    @JsonProperty("Pending")
    PENDING,
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Running")
    RUNNING,
    @JsonProperty("Failed")
    FAILED,
    @JsonProperty("Unknown")
    UNKNOWN;

    /** Whether nothing more happens to the member. */
    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == UNKNOWN;
    }
}
