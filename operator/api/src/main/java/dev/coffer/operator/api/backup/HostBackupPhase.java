package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Result of the backup of one host. */
public enum HostBackupPhase {
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Failed")
    FAILED
}
