package dev.coffer.operator.controller.backupconfiguration;

import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.schedule.InvalidScheduleException;
import dev.coffer.operator.controller.schedule.Timetable;
import dev.coffer.operator.controller.schedule.Timetable.Tick;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Starts the sessions of a BackupConfiguration on schedule. The name of a session follows from its scheduled time, so that a time
 * has one session whoever creates it, and however often.
 */
final class ScheduledStart {

    private final ClusterObjects objects;
    private final StatusEditor<BackupConfiguration, BackupConfigurationStatus> editor;

    ScheduledStart(ClusterObjects objects, StatusEditor<BackupConfiguration, BackupConfigurationStatus> editor) {
        this.objects = objects;
        this.editor = editor;
    }

    /** Starts a session if one is due, and returns when the next one is; empty if there is none. */
    Optional<Instant> run(BackupConfiguration object, Instant now) throws InvalidScheduleException {
        String schedule = object.getSpec().schedule();
        if (schedule == null
                || schedule.isEmpty()
                || Boolean.TRUE.equals(object.getSpec().paused())) {
            editor.edit(object, present -> Statuses.withTimes(present, null, null));
            return Optional.empty();
        }
        Timetable timetable =
                Timetable.of(object.getSpec(), schedule, object.getMetadata().getUid());
        Instant last = last(object);
        Optional<Tick> due = isReady(object) ? timetable.due(last, now) : Optional.empty();
        due.ifPresent(tick -> start(object, tick));
        Instant done = due.map(Tick::scheduled).orElse(last);
        Optional<Instant> next = timetable.next(done, now).map(Tick::start);
        editor.edit(
                object,
                present -> Statuses.withTimes(present, due.map(Tick::scheduled).orElse(null), next.orElse(null)));
        return next;
    }

    private static boolean isReady(BackupConfiguration object) {
        return object.getStatus() != null && object.getStatus().phase() == InvokerPhase.READY;
    }

    private static Instant last(BackupConfiguration object) {
        Instant last = Statuses.of(object).lastScheduleTime();
        return last == null ? Instant.parse(object.getMetadata().getCreationTimestamp()) : last;
    }

    private void start(BackupConfiguration object, Tick tick) {
        RetryConfig retry = object.getSpec().retryConfig();
        int retries = retry == null ? 0 : Objects.requireNonNullElse(retry.maxRetry(), 1);
        String name = ObjectNames.session(object.getMetadata().getName(), tick.scheduled());
        objects.createIfAbsent(BackupInvoker.of(object).session(name, retries));
    }
}
