package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.api.validation.Validator;
import dev.coffer.operator.controller.invoker.Executor;
import dev.coffer.operator.controller.repository.RepositoryState;
import dev.coffer.operator.controller.schedule.ScheduleRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks specifications, as admission does: it may have been down. */
final class Validation {

    private Validation() {}

    static Condition check(BackupConfiguration object, RepositoryState repository, Instant now) {
        List<String> problems = Stream.of(
                        repository.problems(),
                        Validator.backup(object.getSpec(), object.getMetadata().getNamespace()),
                        ScheduleRules.check(object.getSpec().schedule()))
                .flatMap(List::stream)
                .filter(Problem::isError)
                .map(Problem::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        if (executor(object.getSpec().members().getFirst()) instanceof Executor.Unsupported(var reason)) {
            problems.add("spec.target: " + reason);
        }
        return problems.isEmpty()
                ? VALIDATION_PASSED.is(ConditionStatus.TRUE, "The specification is valid", now)
                : VALIDATION_PASSED.is(ConditionStatus.FALSE, String.join("; ", problems), now);
    }

    static Executor executor(BackupMember member) {
        return Executor.ofBackup(
                member.task(), member.target() == null ? null : member.target().ref(), member.executionModel());
    }
}
