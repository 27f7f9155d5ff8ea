package dev.coffer.operator.agent.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.report.HostProgress;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressPublisherTest {

    private static final HostProgress PROGRESS =
            new HostProgress("host-0", "/data", 1L, null, 1L, null, 0L, null, null);

    private final AtomicInteger received = new AtomicInteger();

    @Test
    void progress_is_told_again_and_again() throws InterruptedException {
        CountDownLatch three = new CountDownLatch(3);
        try (ProgressPublisher _ =
                ProgressPublisher.start(() -> PROGRESS, _ -> three.countDown(), Duration.ofMillis(1))) {
            three.await();
        }
        assertThat(three.getCount()).isZero();
    }

    @Test
    void nothing_is_told_once_it_is_closed() {
        ProgressPublisher publisher =
                ProgressPublisher.start(() -> PROGRESS, _ -> received.incrementAndGet(), Duration.ofMillis(1));
        publisher.close();
        int told = received.get();
        Thread.yield();
        assertThat(received).hasValue(told);
    }

    @Test
    void it_goes_on_when_the_api_server_cannot_be_reached() throws InterruptedException {
        CountDownLatch attempts = new CountDownLatch(3);
        try (ProgressPublisher _ = ProgressPublisher.start(
                () -> PROGRESS,
                _ -> {
                    attempts.countDown();
                    throw new KubernetesClientException("away");
                },
                Duration.ofMillis(1))) {
            attempts.await();
        }
        assertThat(attempts.getCount()).isZero();
    }
}
