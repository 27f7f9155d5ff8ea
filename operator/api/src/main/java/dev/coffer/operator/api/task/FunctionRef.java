package dev.coffer.operator.api.task;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a Task: names a Function and gives values to variables of it. */
@ApiType
public record FunctionRef(
        @JsonPropertyDescription("Name of the Function.") @Nullable
        String name,

        @JsonPropertyDescription("Values of variables of the Function.")
        List<Param> params) {

    public FunctionRef {
        params = Absent.orEmpty(params);
    }
}
