package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.lease.PodLease;
import dev.coffer.operator.agent.status.BackupReport;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupTarget;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.naming.HostNames;
import dev.coffer.operator.api.naming.ObjectNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what commands ask for backups of one target of a BackupSession. */
public final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** Where the volume of a claim is mounted if the target does not say. */
    private static final String CLAIM_PATH = "/stash-data";

    private final Workplace place;
    private final String namespace;
    private final String session;
    private final TargetName target;
    private final Optional<Path> cache;

    /**
     * Backups for a session.
     *
     * @param cache folder for copies of the repository's metadata; none for no cache
     */
    public Backups(Workplace place, String namespace, String session, TargetName target, Optional<Path> cache) {
        this.place = place;
        this.namespace = namespace;
        this.session = session;
        this.target = target;
        this.cache = cache;
    }

    /**
     * Backs up what the pod of a workload has mounted, unless its host has reported already, and reports. The pods of a workload
     * do so one after the other.
     *
     * @param other the pod, if this is another one on its node that has mounted the same
     * @throws IOException if nothing could be reported
     */
    public void backUpPod(Optional<String> other) throws IOException {
        String pod = other.isPresent() ? other.get() : required("POD_NAME");
        String host = HostNames.ofPod(target.kind(), order().alias(), pod, required("NODE_NAME"));
        try (PodLease _ = place.lease(
                target.namespace().isEmpty() ? namespace : target.namespace(),
                ObjectNames.backupLease(target.kind(), target.name()))) {
            BackupOrder order = order();
            // When the session has ended, nobody waits for a result: it is too late, or the host has been given up.
            if (order.session().hasEnded() || BackupReport.hasEnded(order.session(), order.target(), host)) {
                LOG.info("There is nothing left to do for host {} of {}", host, session);
                return;
            }
            BackupReport report = report(order);
            HostBackupStats stats = new BackupWork(place, order, report, cache).run(host, List.of());
            new AfterBackup(place, order, report, cache).run(stats);
        }
    }

    /** Backs up the volume of a claim, and returns how that ended; reporting it is up to the caller, or to a later step of the job. */
    public HostBackupStats backUpClaim() throws IOException {
        BackupOrder order = order();
        return new BackupWork(place, order, report(order), cache)
                .run(
                        HostNames.single(order.alias()),
                        List.of(mountPath(order.member().target())));
    }

    /** Reports what earlier steps of the job have done. */
    public void report(List<HostBackupStats> hosts) throws IOException {
        BackupOrder order = order();
        AfterBackup after = new AfterBackup(place, order, report(order), cache);
        for (HostBackupStats host : hosts) {
            after.run(host);
        }
    }

    private BackupOrder order() throws BadRequest {
        BackupSession present = place.cluster().backupSession(namespace, session);
        return BackupOrder.read(place.cluster(), present, target);
    }

    private BackupReport report(BackupOrder order) {
        return new BackupReport(
                place.client(),
                order.session(),
                order.target(),
                place.settings().clock());
    }

    private static String mountPath(@Nullable BackupTarget target) {
        return target == null || target.volumeMounts().isEmpty()
                ? CLAIM_PATH
                : target.volumeMounts().getFirst().getMountPath();
    }

    private String required(String variable) throws BadRequest {
        return place.settings().required(variable);
    }
}
