package dev.coffer.operator.agent.lease;

import dev.coffer.operator.api.client.LeaseHolding;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lease that this process holds while it works, so that others who want it wait. It is renewed in the background until it is
 * closed; one that nobody renews is taken over.
 *
 * <p>It keeps pods from working at the same time where that would be a waste. It does not keep data safe: the locks of the
 * repository do. So work goes on when the API server cannot be reached and the lease passes to somebody else.
 */
public final class PodLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PodLease.class);

    private final LeaseTiming timing;
    private final KubernetesClient client;
    private final String namespace;
    private final String name;
    private final String holder;
    private final LeaseHolding holding;
    private final Thread renewer;

    /** Held for a renewal: one that is under way when the lease is given back would take it again. */
    private final Lock renewal = new ReentrantLock();

    private boolean closed;

    private PodLease(KubernetesClient client, String namespace, String name, String holder, LeaseTiming timing) {
        this.timing = timing;
        this.client = client;
        this.namespace = namespace;
        this.name = name;
        this.holder = holder;
        this.holding = new LeaseHolding(client, namespace, name, holder);
        this.renewer = Thread.ofVirtual().name("lease " + name).unstarted(this::renewUntilInterrupted);
    }

    /** Waits until the lease is free, and takes it. */
    public static PodLease acquire(KubernetesClient client, String namespace, String name, String holder)
            throws InterruptedIOException {
        return acquire(client, namespace, name, holder, LeaseTiming.STANDARD);
    }

    static PodLease acquire(KubernetesClient client, String namespace, String name, String holder, LeaseTiming timing)
            throws InterruptedIOException {
        PodLease lease = new PodLease(client, namespace, name, holder, timing);
        try {
            lease.await();
        } catch (KubernetesClientException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw lease.interrupted();
            }
            throw e;
        }
        lease.renewer.start();
        return lease;
    }

    private void await() throws InterruptedIOException {
        Observation seen = new Observation(null, System.nanoTime());
        while (true) {
            Lease lease = holding.read();
            seen = seen.then(lease == null ? null : lease.getSpec());
            if ((lease == null || isFree(lease.getSpec()) || seen.olderThan(timing.duration())) && take(lease)) {
                return;
            }
            pause();
        }
    }

    /**
     * The last renewal that was seen, and when: clocks of others do not count.
     *
     * @param nanos when this process saw it
     */
    private record Observation(@Nullable ZonedDateTime renewal, long nanos) {

        Observation then(@Nullable LeaseSpec spec) {
            ZonedDateTime latest = spec == null ? null : spec.getRenewTime();
            return Objects.equals(latest, renewal) ? this : new Observation(latest, System.nanoTime());
        }

        boolean olderThan(Duration limit) {
            return System.nanoTime() - nanos > limit.toNanos();
        }
    }

    private boolean isFree(@Nullable LeaseSpec spec) {
        String other = spec == null ? null : spec.getHolderIdentity();
        return other == null || other.isEmpty() || other.equals(holder);
    }

    /** Whether it is taken now; not so if somebody else was faster. */
    private boolean take(@Nullable Lease old) {
        try {
            if (old == null) {
                client.resource(lease(null)).inNamespace(namespace).create();
            } else {
                client.resource(lease(old.getMetadata().getResourceVersion()))
                        .inNamespace(namespace)
                        .update();
            }
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private Lease lease(@Nullable String version) {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(version)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(holder)
                .withLeaseDurationSeconds((int) timing.duration().toSeconds())
                .withAcquireTime(now)
                .withRenewTime(now)
                .endSpec()
                .build();
    }

    private void renewUntilInterrupted() {
        try {
            while (true) {
                Thread.sleep(timing.renewal());
                renewUnlessClosed();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void renewUnlessClosed() {
        renewal.lock();
        try {
            if (!closed) {
                renew();
            }
        } finally {
            renewal.unlock();
        }
    }

    private void renew() {
        try {
            holding.own().ifPresent(lease -> {
                if (!take(lease)) {
                    LOG.debug("Lease {} was changed by somebody else", name);
                }
            });
        } catch (KubernetesClientException e) {
            LOG.warn("Cannot renew the Lease {}/{}: {}", namespace, name, e.getMessage());
        }
    }

    private void pause() throws InterruptedIOException {
        try {
            Thread.sleep(timing.retry());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private InterruptedIOException interrupted() {
        return new InterruptedIOException("interrupted while waiting for the Lease " + namespace + "/" + name);
    }

    /** Gives the lease back, so that the next one need not wait until it has expired. */
    @Override
    public void close() {
        endRenewals();
        holding.giveBack();
    }

    private void endRenewals() {
        renewal.lock();
        try {
            closed = true;
            renewer.interrupt();
        } finally {
            renewal.unlock();
        }
    }
}
