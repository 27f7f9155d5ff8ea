package dev.coffer.operator.agent.status;

import dev.coffer.engine.text.Quantities;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports to a Repository what a session has found and done. */
public final class RepositoryReport {

    private final StatusEditor<Repository, RepositoryStatus> editor;

    public RepositoryReport(KubernetesClient client) {
        this.editor = new StatusEditor<>(client, Repository.class);
    }

    /**
     * What is known after a session.
     *
     * @param bytes of all packs
     * @param sound whether the check has found no damage; empty if there was none
     * @param removed snapshots that the policy has not kept; empty if it was not applied
     * @param backup when the backup was asked for; empty if it has failed
     */
    public record Facts(
            long bytes, long snapshots, Optional<Boolean> sound, Optional<Long> removed, Optional<Instant> backup) {}

    /** Writes the facts; the Repository may be gone. */
    public void write(Repository repository, Facts facts) {
        editor.edit(repository, present -> with(present.getStatus(), facts));
    }

    /** Says something about the repository; the Repository may be gone. */
    public void condition(Repository repository, Condition condition) {
        editor.edit(repository, present -> with(present.getStatus(), condition));
    }

    private static RepositoryStatus with(@Nullable RepositoryStatus present, Condition condition) {
        RepositoryStatus status = orEmpty(present);
        return new RepositoryStatus(
                status.observedGeneration(),
                status.firstBackupTime(),
                status.lastBackupTime(),
                status.integrity(),
                status.totalSize(),
                status.snapshotCount(),
                status.snapshotsRemovedOnLastCleanup(),
                status.references(),
                Conditions.with(status.conditions(), condition));
    }

    private static RepositoryStatus orEmpty(@Nullable RepositoryStatus status) {
        return status == null
                ? new RepositoryStatus(null, null, null, null, null, null, null, List.of(), List.of())
                : status;
    }

    private static RepositoryStatus with(@Nullable RepositoryStatus present, Facts facts) {
        RepositoryStatus status = orEmpty(present);
        return new RepositoryStatus(
                status.observedGeneration(),
                status.firstBackupTime() != null
                        ? status.firstBackupTime()
                        : facts.backup().orElse(null),
                facts.backup().orElse(status.lastBackupTime()),
                facts.sound().orElse(status.integrity()),
                Quantities.bytes(facts.bytes()),
                facts.snapshots(),
                facts.removed().orElse(status.snapshotsRemovedOnLastCleanup()),
                status.references(),
                status.conditions());
    }
}
