package dev.coffer.operator.agent.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class PodLeaseTest {

    private static final LeaseTiming NEVER_RENEWED =
            new LeaseTiming(Duration.ofMillis(50), Duration.ofDays(1), Duration.ofMillis(5));

    private static final LeaseTiming NEVER_EXPIRING =
            new LeaseTiming(Duration.ofDays(1), Duration.ofMillis(5), Duration.ofMillis(5));

    private KubernetesClient client;

    @Test
    void whoever_takes_it_is_its_holder_until_it_is_given_back() throws InterruptedIOException {
        PodLease lease = acquire("a", NEVER_EXPIRING);
        assertThat(holder()).isEqualTo("a");
        lease.close();
        assertThat(holder()).isNull();
    }

    @Test
    void the_next_one_waits_until_it_is_given_back() throws Exception {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            PodLease first = acquire("a", NEVER_EXPIRING);
            CompletableFuture<Void> waiting = new CompletableFuture<>();
            Future<PodLease> second = others.submit(() -> {
                waiting.complete(null);
                return acquire("b", NEVER_EXPIRING);
            });
            waiting.get();
            assertThat(second.isDone()).isFalse();
            first.close();
            second.get().close();
        }
    }

    @Test
    void one_that_nobody_renews_is_taken_over() throws InterruptedIOException {
        PodLease dead = acquire("a", NEVER_RENEWED);
        acquire("b", NEVER_RENEWED).close();
        dead.close();
        assertThat(holder()).isNull();
    }

    @Test
    void it_is_renewed_while_it_is_held() throws InterruptedIOException, InterruptedException {
        try (PodLease _ = acquire("a", NEVER_EXPIRING)) {
            ZonedDateTime first = lease().getSpec().getRenewTime();
            while (!lease().getSpec().getRenewTime().isAfter(first)) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void waiting_ends_when_the_thread_is_interrupted() throws Exception {
        try (PodLease _ = acquire("a", NEVER_EXPIRING);
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<PodLease> second = others.submit(() -> acquire("b", NEVER_EXPIRING));
            others.shutdownNow();
            assertThat(failure(second)).isInstanceOf(InterruptedIOException.class);
        }
    }

    private static Throwable failure(Future<PodLease> future) throws InterruptedException {
        try {
            return new AssertionError("acquired " + future.get());
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    private PodLease acquire(String holder, LeaseTiming timing) throws InterruptedIOException {
        return PodLease.acquire(client, "demo", "lock-deployment-web-backup", holder, timing);
    }

    private Lease lease() {
        return client.leases()
                .inNamespace("demo")
                .withName("lock-deployment-web-backup")
                .get();
    }

    private String holder() {
        return lease().getSpec().getHolderIdentity();
    }
}
