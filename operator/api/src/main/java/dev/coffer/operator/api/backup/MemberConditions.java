package dev.coffer.operator.api.backup;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.Absent;
import dev.coffer.operator.api.ApiType;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import io.fabric8.generator.annotation.Required;
import java.util.List;

/** What is known about one member of a batch. */
@ApiType
public record MemberConditions(
        @Required @JsonPropertyDescription("Target of the member.")
        TargetRef target,

        @JsonPropertyDescription("Whether what its backup needs is there.")
        List<Condition> conditions) {

    public MemberConditions {
        conditions = Absent.orEmpty(conditions);
    }
}
