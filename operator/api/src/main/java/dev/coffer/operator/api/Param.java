package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;

/** The value of one variable of a Task or Function; it may be empty. */
@ApiType
public record Param(
        @Required @JsonPropertyDescription("Name of the variable.")
        String name,

        @Required
        @MayBeEmpty
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @JsonPropertyDescription("Value of the variable.")
        String value) {

    public Param {
        value = Absent.orEmpty(value);
    }
}
