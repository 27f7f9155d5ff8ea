package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes after a session: it is marked as ended, older ones are removed, and a failed one is followed by another. */
final class SessionEnd {

    private final ClusterObjects objects;
    private final SessionEditor editor;
    private final Completion completion;

    SessionEnd(ClusterObjects objects, SessionEditor editor) {
        this.objects = objects;
        this.editor = editor;
        this.completion = new Completion(objects);
    }

    /** Marks it as ended. */
    void complete(BackupSession session, BackupInvoker invoker, List<BackupSession> siblings, Instant now) {
        editor.edit(session, status -> Completion.status(session, status, now)).ifPresent(ended -> {
            List<BackupSession> all = new ArrayList<>(siblings);
            all.removeIf(other ->
                    other.getMetadata().getUid().equals(ended.getMetadata().getUid()));
            all.add(ended);
            editor.add(ended, completion.cleanHistory(invoker, all, now));
        });
    }

    /** Starts another session if one is due, and returns when it will be; empty if there is nothing to wait for. */
    Optional<Instant> retry(BackupSession session, BackupInvoker invoker, Instant now) {
        Optional<Instant> time = Retry.time(session, invoker.spec().retryConfig());
        if (time.isEmpty()) {
            return Optional.empty();
        }
        boolean due = !now.isBefore(time.get());
        if (due) {
            String name = ObjectNames.session(invoker.name(), time.get());
            objects.createIfAbsent(invoker.session(name, Retry.left(session) - 1));
        }
        editor.edit(session, status -> Statuses.withRetry(status, due, time.get()));
        return due ? Optional.empty() : time;
    }
}
