package dev.coffer.operator.api.restore;

import com.fasterxml.jackson.annotation.JsonProperty;

/** State of the restore of one host. */
public enum HostRestorePhase {
    @JsonProperty("Succeeded")
    SUCCEEDED,
    @JsonProperty("Failed")
    FAILED,
    @JsonProperty("Running")
    RUNNING,
    @JsonProperty("Unknown")
    UNKNOWN
}
