package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of a backup. */
public enum BackupSessionPhase {
    @JsonProperty("Pending")
    PENDING,
    @JsonProperty("Skipped")
    SKIPPED,
    @JsonProperty("Running")
    RUNNING,
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Failed")
    FAILED,
    @JsonProperty("Unknown")
    UNKNOWN;

    /** Whether nothing more happens to the backup. */
    public boolean isFinal() {
        return switch (this) {
            case PENDING, RUNNING -> false;
            case SKIPPED, SUCCEEDED, FAILED, UNKNOWN -> true;
        };
    }
}
