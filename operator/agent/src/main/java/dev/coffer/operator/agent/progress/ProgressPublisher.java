package dev.coffer.operator.agent.progress;

import dev.coffer.operator.api.report.HostProgress;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells others how far the work has come, at most once per interval, until it is closed. A failure to tell is no failure. */
public final class ProgressPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressPublisher.class);

    private final Supplier<HostProgress> progress;
    private final Consumer<HostProgress> receiver;
    private final Duration interval;
    private final Thread thread;

    private ProgressPublisher(Supplier<HostProgress> progress, Consumer<HostProgress> receiver, Duration interval) {
        this.progress = progress;
        this.receiver = receiver;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("progress").unstarted(this::publishUntilInterrupted);
    }

    /** Starts with the first interval. */
    public static ProgressPublisher start(
            Supplier<HostProgress> progress, Consumer<HostProgress> receiver, Duration interval) {
        ProgressPublisher publisher = new ProgressPublisher(progress, receiver, interval);
        publisher.thread.start();
        return publisher;
    }

    private void publishUntilInterrupted() {
        try {
            while (true) {
                Thread.sleep(interval);
                publish();
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    private void publish() {
        try {
            receiver.accept(progress.get());
        } catch (KubernetesClientException e) {
            LOG.debug("Cannot report the progress: {}", e.getMessage());
        }
    }

    /** Returns when nothing is told any more, so that what is told next is not overwritten. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
