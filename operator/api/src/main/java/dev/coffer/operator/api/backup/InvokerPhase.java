package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether something can be backed up as it is specified. */
public enum InvokerPhase {
    /** The specification breaks a rule. */
    @JsonProperty("Invalid")
    INVALID,
    @JsonProperty("Ready")
    READY,
    /** Something that it needs is missing. */
    @JsonProperty("NotReady")
    NOT_READY
}
