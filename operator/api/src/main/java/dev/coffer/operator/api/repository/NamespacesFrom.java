package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How namespaces are chosen. */
public enum NamespacesFrom {
    @JsonProperty("All")
    ALL,
    /** Only that of the Repository. */
    @JsonProperty("Same")
    SAME,
    /** Those with certain labels. */
    @JsonProperty("Selector")
    SELECTOR
}
