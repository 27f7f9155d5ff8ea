package dev.coffer.operator.controller.restoresession;

import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import dev.coffer.operator.controller.repository.RepositoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks specifications, as admission does: it may have been down. */
final class Validation {

    private Validation() {}

    static Condition check(RestoreSession session, RepositoryState repository, Instant now) {
        List<String> problems = Stream.concat(
                        repository.problems().stream(),
                        Validator.restore(
                                session.getSpec(), session.getMetadata().getNamespace())
                                .stream())
                .filter(Problem::isError)
                .map(Problem::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        if (session.getSpec().target() == null) {
            problems.add("spec.target: names nothing to restore; give one");
        }
        return problems.isEmpty()
                ? VALIDATION_PASSED.is(ConditionStatus.TRUE, "The specification is valid", now)
                : VALIDATION_PASSED.is(ConditionStatus.FALSE, String.join("; ", problems), now);
    }
}
