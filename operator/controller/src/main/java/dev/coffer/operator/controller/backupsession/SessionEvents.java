package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.event.ConditionEvents;
import dev.coffer.operator.api.event.Event;
import java.util.List;
import java.util.stream.Stream;

/** What is told to people about a session, as its status says. */
final class SessionEvents {

    private SessionEvents() {}

    static List<Event> of(BackupSessionStatus status) {
        List<Condition> conditions = Stream.concat(
                        status.conditions().stream(),
                        status.targets().stream().flatMap(target -> target.conditions().stream()))
                .toList();
        return ConditionEvents.of(conditions);
    }
}
