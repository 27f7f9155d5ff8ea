package dev.coffer.operator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names a Task and gives values to variables of it. */
@ApiType
public record TaskRef(
        @JsonPropertyDescription("Name of the Task that does the work.") @Nullable
        String name,

        @JsonPropertyDescription("Values of variables of the Task and its Functions.")
        List<Param> params) {

    public TaskRef {
        params = Absent.orEmpty(params);
    }
}
