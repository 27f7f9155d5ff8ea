package dev.coffer.operator.agent.status;

import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.event.Event;
import dev.coffer.operator.api.event.Events;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.api.report.SkippedFiles;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreSessionStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports to a RestoreSession. Safe for use by any thread. */
public final class RestoreReport {

    private final StatusEditor<RestoreSession, RestoreSessionStatus> editor;
    private final Events events;
    private final RestoreSession session;
    private final InstantSource clock;

    public RestoreReport(KubernetesClient client, RestoreSession session, InstantSource clock) {
        this.editor = new StatusEditor<>(client, RestoreSession.class);
        this.events = new Events(client, clock, BackupReport.SOURCE);
        this.session = session;
        this.clock = clock;
    }

    /** Whether a host has been restored. */
    public static boolean hasSucceeded(RestoreSession session, String host) {
        return orEmpty(session.getStatus()).stats().stream()
                .anyMatch(stats -> host.equals(stats.hostname()) && stats.phase() == HostRestorePhase.SUCCEEDED);
    }

    /** Says that the restore of a host begins. */
    public void start(String host) {
        edit(status -> withHost(status, new HostRestoreStats(host, HostRestorePhase.RUNNING, null, null, null)));
    }

    /** Says how far a host has come. */
    public void progress(HostProgress progress) {
        edit(status -> with(
                status,
                status.conditions(),
                status.stats(),
                Stream.concat(
                                BackupStatuses.without(status.progress(), progress.hostname()).stream(),
                                Stream.of(progress))
                        .toList()));
    }

    /** Says how the restore of a host has ended. */
    public void end(HostRestoreStats host) {
        edit(status -> withEnd(status, host));
        events.record(session, event(host));
    }

    /** Says that the store does not do what is asked for, and is asked again. */
    public void trouble(String message) {
        events.record(session, BackupReport.askedAgain(message));
    }

    /** Says that a host had nothing to restore: that may be meant, or be a mistake. */
    public void nothingToRestore(String host) {
        events.record(
                session,
                Event.warning(
                        "Nothing To Restore",
                        "No rule is for host " + host + ", and none is for all other hosts, so it was left as it is."));
    }

    private static Event event(HostRestoreStats host) {
        return host.phase() == HostRestorePhase.SUCCEEDED
                ? Event.normal("Host Restore Succeeded", "Restored host " + host.hostname() + ".")
                : Event.warning(
                        "Host Restore Failed", "Could not restore host " + host.hostname() + ": " + host.error());
    }

    private RestoreSessionStatus withEnd(RestoreSessionStatus status, HostRestoreStats host) {
        RestoreSessionStatus ended = withHost(status, host);
        SkippedFiles skipped = host.skippedFiles();
        if (skipped == null) {
            return ended;
        }
        Condition condition = ConditionType.ALL_FILES_READ.is(
                ConditionStatus.FALSE,
                skipped.inWords() + " of host " + host.hostname()
                        + " could not be restored; stats[].skippedFiles names them.",
                clock.instant());
        return with(ended, Conditions.with(ended.conditions(), condition), ended.stats(), ended.progress());
    }

    private static RestoreSessionStatus withHost(RestoreSessionStatus status, HostRestoreStats host) {
        List<HostRestoreStats> stats = Stream.concat(
                        status.stats().stream().filter(other -> !Objects.equals(other.hostname(), host.hostname())),
                        Stream.of(host))
                .toList();
        return with(status, status.conditions(), stats, BackupStatuses.without(status.progress(), host.hostname()));
    }

    private static RestoreSessionStatus orEmpty(@Nullable RestoreSessionStatus status) {
        return status == null
                ? new RestoreSessionStatus(null, null, null, null, List.of(), List.of(), List.of())
                : status;
    }

    private static RestoreSessionStatus with(
            RestoreSessionStatus status,
            List<Condition> conditions,
            List<HostRestoreStats> stats,
            List<HostProgress> progress) {
        return new RestoreSessionStatus(
                status.phase(),
                status.totalHosts(),
                status.sessionDuration(),
                status.sessionDeadline(),
                conditions,
                stats,
                progress);
    }

    private Optional<RestoreSession> edit(UnaryOperator<RestoreSessionStatus> change) {
        return editor.edit(
                session.getMetadata().getNamespace(),
                session.getMetadata().getName(),
                present -> change.apply(orEmpty(present.getStatus())));
    }
}
