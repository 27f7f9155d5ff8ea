package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.time.GoDuration;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.invoker.BackupInvokers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a session begins, or why it does not. */
final class Beginning {

    private static final List<String> FIRST_ACTIONS = List.of("InitializeBackendRepository");
    private static final List<String> LAST_ACTIONS =
            List.of("ApplyRetentionPolicy", "VerifyRepositoryIntegrity", "SendRepositoryMetrics");

    /** The order of sessions that have not ended: first those that are under way, then those that have waited for longest. */
    static final Comparator<BackupSession> TURNS = Comparator.comparing((BackupSession session) -> !isUnderWay(session))
            .thenComparing(session -> session.getMetadata().getCreationTimestamp())
            .thenComparing(session -> session.getMetadata().getNamespace())
            .thenComparing(session -> session.getMetadata().getName());

    private Beginning() {}

    /**
     * Why a session is skipped; empty if it is not.
     *
     * @param all sessions of its invoker
     */
    static Optional<String> skip(BackupSession session, BackupInvoker invoker, List<BackupSession> all) {
        if (invoker.phase() != InvokerPhase.READY) {
            return Optional.of(
                    invoker.kind() + " " + invoker.name() + " is " + invoker.phase() + "; its conditions say why");
        }
        return overlap(session, all);
    }

    /**
     * The session of the same invoker that has not ended and comes first, in words; empty if there is none.
     *
     * @param all sessions of its invoker
     */
    static Optional<String> overlap(BackupSession session, List<BackupSession> all) {
        return all.stream()
                .filter(other -> !other.getMetadata()
                        .getUid()
                        .equals(session.getMetadata().getUid()))
                .filter(other -> isBefore(other, session))
                .findFirst()
                .map(other -> "BackupSession " + other.getMetadata().getName() + " of the same "
                        + BackupInvokers.describe(session) + " has not ended yet");
    }

    /** Whether it has begun, and not ended. */
    static boolean isUnderWay(BackupSession session) {
        return !session.hasEnded() && !Statuses.of(session).targets().isEmpty();
    }

    /** Whether another has not ended and comes first. */
    static boolean isBefore(BackupSession other, BackupSession session) {
        return !other.hasEnded() && TURNS.compare(other, session) < 0;
    }

    /** The status of a session that begins. */
    static BackupSessionStatus status(BackupSession session, BackupSessionStatus present, BackupInvoker invoker) {
        List<BackupMember> members = invoker.spec().members();
        List<BackupTargetStatus> targets = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            targets.add(new BackupTargetStatus(
                    ref(members.get(i), invoker.namespace()),
                    null,
                    BackupTargetPhase.PENDING,
                    i == 0 ? FIRST_ACTIONS : List.of(),
                    i == members.size() - 1 ? LAST_ACTIONS : List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return Statuses.begin(present, targets, deadline(session, invoker));
    }

    private static @Nullable TargetRef ref(BackupMember member, String namespace) {
        TargetRef ref = member.target() == null ? null : member.target().ref();
        return ref == null || ref.namespace() != null
                ? ref
                : new TargetRef(ref.apiVersion(), ref.kind(), ref.name(), namespace);
    }

    private static @Nullable Instant deadline(BackupSession session, BackupInvoker invoker) {
        String timeOut = invoker.spec().timeOut();
        return timeOut == null
                ? null
                : GoDuration.parse(timeOut)
                        .map(Instant.parse(session.getMetadata().getCreationTimestamp())::plus)
                        .orElse(null);
    }
}
