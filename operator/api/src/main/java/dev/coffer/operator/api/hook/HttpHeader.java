package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.MayBeEmpty;
import io.fabric8.generator.annotation.Required;

/** A header of a request. */
@ApiType
public record HttpHeader(
        @Required @JsonPropertyDescription("Name of the header.")
        String name,

        @Required @MayBeEmpty @JsonInclude(JsonInclude.Include.ALWAYS) @JsonPropertyDescription("Value of the header.")
        String value) {

    public HttpHeader {
        value = Absent.orEmpty(value);
    }
}
