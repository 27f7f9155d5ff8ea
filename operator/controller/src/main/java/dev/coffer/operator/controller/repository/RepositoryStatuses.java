package dev.coffer.operator.controller.repository;

import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryReference;
import dev.coffer.operator.api.repository.RepositoryStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of the status of a Repository. */
final class RepositoryStatuses {

    private RepositoryStatuses() {}

    static RepositoryStatus of(Repository repository) {
        RepositoryStatus status = repository.getStatus();
        return status == null
                ? new RepositoryStatus(null, null, null, null, null, null, null, List.of(), List.of())
                : status;
    }

    static RepositoryStatus withReferences(RepositoryStatus status, List<RepositoryReference> references) {
        return copy(status, status.observedGeneration(), references, status.conditions());
    }

    static RepositoryStatus withConditions(RepositoryStatus status, Long generation, List<Condition> conditions) {
        return copy(status, generation, status.references(), conditions);
    }

    private static RepositoryStatus copy(
            RepositoryStatus status,
            @Nullable Long generation,
            List<RepositoryReference> references,
            List<Condition> conditions) {
        return new RepositoryStatus(
                generation,
                status.firstBackupTime(),
                status.lastBackupTime(),
                status.integrity(),
                status.totalSize(),
                status.snapshotCount(),
                status.snapshotsRemovedOnLastCleanup(),
                references,
                conditions);
    }
}
