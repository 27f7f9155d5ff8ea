package dev.coffer.operator.api.hook;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import java.util.List;

/** A command to run in a container, without a shell. */
@ApiType
public record ExecAction(
        @JsonPropertyDescription("The command and its arguments; they may hold templates.")
        List<String> command) {

    public ExecAction {
        command = Absent.orEmpty(command);
    }
}
