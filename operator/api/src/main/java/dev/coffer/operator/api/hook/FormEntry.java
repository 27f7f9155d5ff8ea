package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a form. */
@ApiType
public record FormEntry(
        @JsonPropertyDescription("Name of the field.") @Nullable
        String key,

        @JsonPropertyDescription("Its values.") List<String> values) {

    public FormEntry {
        values = Absent.orEmpty(values);
    }
}
