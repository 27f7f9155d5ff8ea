package dev.coffer.operator.agent.status;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.api.report.SkippedFiles;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reports to a BackupSession about one of its targets. Safe for use by any thread. */
public final class BackupReport {

    /** The name by which Stash's events are known. */
    static final String SOURCE = "Status Updater";

    private final StatusEditor<BackupSession, BackupSessionStatus> editor;
    private final Events events;
    private final BackupSession session;
    private final @Nullable TargetRef target;
    private final InstantSource clock;

    /** @param target null for a session without one */
    public BackupReport(
            KubernetesClient client, BackupSession session, @Nullable TargetRef target, InstantSource clock) {
        this.editor = new StatusEditor<>(client, BackupSession.class);
        this.events = new Events(client, clock, SOURCE);
        this.session = session;
        this.target = target;
        this.clock = clock;
    }

    /** Whether the backup of a host has ended. */
    public static boolean hasEnded(BackupSession session, @Nullable TargetRef target, String host) {
        return BackupStatuses.orEmpty(session.getStatus()).targets().stream()
                .filter(present -> BackupStatuses.isSame(present.ref(), target))
                .flatMap(present -> present.stats().stream())
                .anyMatch(stats -> host.equals(stats.hostname()));
    }

    /** Says how far a host has come. */
    public void progress(HostProgress progress) {
        edit(status ->
                BackupStatuses.withTarget(status, target, present -> BackupStatuses.withProgress(present, progress)));
    }

    /** Says how the backup of a host has ended, and returns the session as it is then; empty if it is gone. */
    public Optional<BackupSession> end(HostBackupStats host) {
        Optional<BackupSession> reported =
                edit(status -> BackupStatuses.withTarget(status, target, present -> withEnd(present, host)));
        events.record(session, event(host));
        Optional.ofNullable(host.skippedFiles()).ifPresent(skipped -> events.record(session, event(host, skipped)));
        return reported;
    }

    private BackupTargetStatus withEnd(BackupTargetStatus present, HostBackupStats host) {
        BackupTargetStatus ended = BackupStatuses.withHost(present, host);
        SkippedFiles skipped = host.skippedFiles();
        if (skipped == null) {
            return ended;
        }
        return BackupStatuses.withCondition(
                ended,
                ConditionType.ALL_FILES_READ.is(ConditionStatus.FALSE, describe(host, skipped), clock.instant()));
    }

    private static String describe(HostBackupStats host, SkippedFiles skipped) {
        String first = skipped.files().stream()
                .findFirst()
                .map(file -> ", the first of them " + file.path() + ": " + file.reason())
                .orElse("");
        return skipped.inWords() + " of host " + host.hostname() + " could not be read" + first
                + ". stats[].skippedFiles names more. Let the backup run as a user who may read them, or exclude them.";
    }

    private static Event event(HostBackupStats host) {
        return host.phase() == HostBackupPhase.SUCCEEDED
                ? Event.normal("Host Backup Succeeded", "Backed up host " + host.hostname() + ".")
                : Event.warning(
                        "Host Backup Failed", "Could not back up host " + host.hostname() + ": " + host.error());
    }

    private static Event event(HostBackupStats host, SkippedFiles skipped) {
        return Event.warning("Files Skipped", describe(host, skipped));
    }

    /** Says that the store does not do what is asked for, and is asked again. */
    public void trouble(String message) {
        events.record(session, askedAgain(message));
    }

    static Event askedAgain(String message) {
        return Event.warning("Store Asked Again", message + " It is asked again for a quarter of an hour.");
    }

    /** Says something about the session as a whole. */
    public void condition(ConditionType type, ConditionStatus value, String message) {
        Condition condition = type.is(value, message, clock.instant());
        edit(status -> BackupStatuses.withCondition(status, condition));
    }

    private Optional<BackupSession> edit(UnaryOperator<BackupSessionStatus> change) {
        return editor.edit(
                session.getMetadata().getNamespace(),
                session.getMetadata().getName(),
                present -> change.apply(BackupStatuses.orEmpty(present.getStatus())));
    }
}
