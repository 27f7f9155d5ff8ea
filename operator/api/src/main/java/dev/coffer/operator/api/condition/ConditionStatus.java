package dev.coffer.operator.api.condition;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether what a condition says holds. */
public enum ConditionStatus {
    @JsonProperty("True")
    TRUE,
    @JsonProperty("False")
    FALSE,
    @JsonProperty("Unknown")
    UNKNOWN
}
