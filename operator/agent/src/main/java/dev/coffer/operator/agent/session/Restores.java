package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.agent.lease.PodLease;
import dev.coffer.operator.agent.status.RestoreReport;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.naming.HostNames;
import dev.coffer.operator.api.naming.ObjectNames;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.api.restore.RestoreTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what commands ask for the restore of a RestoreSession. */
public final class Restores {

    private static final Logger LOG = LoggerFactory.getLogger(Restores.class);

    private final Workplace place;
    private final String namespace;
    private final String session;
    private final Optional<Path> cache;

    /**
     * Restores for a session.
     *
     * @param cache folder for copies of the repository's metadata; none for no cache
     */
    public Restores(Workplace place, String namespace, String session, Optional<Path> cache) {
        this.place = place;
        this.namespace = namespace;
        this.session = session;
        this.cache = cache;
    }

    /**
     * Restores into the volumes of a pod, unless its host has been restored already, and reports. The pods of a workload do so one
     * after the other.
     *
     * @param ordinal of the claims made from templates that are restored into; empty for a pod of a workload
     * @return whether the host is restored
     */
    public boolean restorePod(OptionalInt ordinal) throws IOException {
        String host = host(target(read()), ordinal);
        try (PodLease _ = lease(target(read()))) {
            RestoreSession present = read();
            if (RestoreReport.hasSucceeded(present, host)) {
                LOG.info("Host {} has been restored for {} already", host, session);
                return true;
            }
            RestoreReport report = report(present);
            report.start(host);
            HostRestoreStats stats = new RestoreWork(place, present, report, cache).run(host);
            LOG.info("Host {}: {}", host, stats.error() == null ? "restored" : stats.error());
            report.end(stats);
            return stats.phase() == HostRestorePhase.SUCCEEDED;
        }
    }

    /** Restores into the volume of a claim, and returns how that ended; reporting it is up to the caller, or to a later step. */
    public HostRestoreStats restoreClaim() throws IOException {
        RestoreSession present = read();
        RestoreReport report = report(present);
        String host = HostNames.single(target(present).alias());
        report.start(host);
        return new RestoreWork(place, present, report, cache).run(host);
    }

    /** Reports what earlier steps of the job have done. */
    public void report(List<HostRestoreStats> hosts) throws IOException {
        RestoreReport report = report(read());
        hosts.forEach(report::end);
    }

    private RestoreSession read() throws BadRequest {
        RestoreSession present = place.cluster().restoreSession(namespace, session);
        if (present.getSpec() == null) {
            throw new BadRequest("RestoreSession " + namespace + "/" + session + " has no spec.");
        }
        return present;
    }

    private static RestoreTarget target(RestoreSession session) throws BadRequest {
        RestoreTarget target = session.getSpec().members().getFirst().target();
        if (target == null) {
            throw new BadRequest("RestoreSession " + session.getMetadata().getName() + " has no spec.target.");
        }
        return target;
    }

    private RestoreReport report(RestoreSession present) {
        return new RestoreReport(place.client(), present, place.settings().clock());
    }

    /** By the workload; claims that are made for the session have none, and their pods work beside each other. */
    private PodLease lease(RestoreTarget target) throws IOException {
        TargetRef ref = target.ref();
        String holderOf = kind(ref);
        return holderOf.isEmpty() || ref == null
                ? place.lease(namespace, ObjectNames.restoreLease("RestoreSession", session))
                : place.lease(namespace, ObjectNames.restoreLease(holderOf, String.valueOf(ref.name())));
    }

    private String host(RestoreTarget target, OptionalInt ordinal) throws BadRequest {
        if (ordinal.isPresent()) {
            return HostNames.replica(target.alias(), ordinal.getAsInt());
        }
        return switch (kind(target.ref())) {
            case "StatefulSet" -> HostNames.ofPod("StatefulSet", target.alias(), required("POD_NAME"), "");
            case "DaemonSet" -> HostNames.node(target.alias(), required("NODE_NAME"));
            default -> HostNames.single(target.alias());
        };
    }

    private static String kind(@Nullable TargetRef ref) {
        return ref == null || ref.kind() == null ? "" : ref.kind();
    }

    private String required(String variable) throws BadRequest {
        return place.settings().required(variable);
    }
}
