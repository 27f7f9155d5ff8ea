package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.maintenance.PostActions;
import dev.coffer.operator.agent.status.BackupReport;
import dev.coffer.operator.agent.status.RepositoryReport;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.PostBackupAction;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.repository.Repository;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports how a host's backup has ended and, if it was the last one of the session, does what comes after. */
final class AfterBackup {

    private static final Logger LOG = LoggerFactory.getLogger(AfterBackup.class);

    private final Workplace place;
    private final BackupOrder order;
    private final BackupReport report;
    private final Optional<Path> cache;

    AfterBackup(Workplace place, BackupOrder order, BackupReport report, Optional<Path> cache) {
        this.place = place;
        this.order = order;
        this.report = report;
        this.cache = order.wantsCache() ? cache : Optional.empty();
    }

    void run(HostBackupStats host) throws InterruptedIOException {
        LOG.info("Host {}: {}", host.hostname(), host.error() == null ? "backed up" : host.error());
        Optional<BackupSession> reported = report.end(host);
        if (reported.isPresent()
                && PostActions.areDue(
                        reported.get().getStatus(), order.invoker().members().size())) {
            postActions(reported.get());
        }
    }

    private void postActions(BackupSession session) throws InterruptedIOException {
        try {
            Repository repository = place.cluster()
                    .repository(
                            order.invoker().repository(), session.getMetadata().getNamespace());
            Storage storage =
                    place.cluster().storage(repository, place.settings().environment());
            new PostActions(place.access(storage, cache), place.locking(), report, new RepositoryReport(place.client()))
                    .run(session, order.invoker().retentionPolicy(), repository);
        } catch (BadRequest e) {
            for (PostBackupAction action : PostBackupAction.outstanding(session.getStatus())) {
                report.condition(action.condition(), ConditionStatus.FALSE, FailureText.of(e));
            }
        }
    }
}
