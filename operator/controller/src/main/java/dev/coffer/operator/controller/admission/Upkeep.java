package dev.coffer.operator.controller.admission;

import dev.coffer.operator.controller.admission.certificate.CertificateKeeper;
import dev.coffer.operator.controller.admission.certificate.Certificates;
import dev.coffer.operator.controller.admission.certificate.RenewedKeyManager;
import dev.coffer.operator.controller.admission.registration.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it, on a thread of its own, that the server shows a certificate that is valid and that the API server trusts: from time to
 * time, and whenever it is told that something may have changed.
 */
final class Upkeep implements AutoCloseable {

    /** Much less than an authority takes to settle, so that all operators and the API server know of it by then. */
    private static final Duration CHECK = Duration.ofMinutes(10);

    private static final Duration CHECK_AFTER_FAILURE = Duration.ofSeconds(10);

    /** Bounds what is sent to the API server if somebody else changes the configurations all the time. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final CertificateKeeper keeper;
    private final RenewedKeyManager keys;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("admission-upkeep").unstarted(this::run);
    private volatile Optional<Supplier<Registration>> task = Optional.empty();
    private volatile Optional<Registration> registration = Optional.empty();

    Upkeep(CertificateKeeper keeper, RenewedKeyManager keys) {
        this.keeper = keeper;
        this.keys = keys;
    }

    void start() {
        thread.start();
    }

    /** Looks after webhook configurations as well from now on, as soon as they can be had. Does not block. */
    void add(Supplier<Registration> added) {
        task = Optional.of(added);
        somethingChanged();
    }

    /** Has everything looked at soon. Does not block. */
    void somethingChanged() {
        changes.release();
    }

    @Override
    public void close() {
        thread.interrupt();
        registration.ifPresent(Registration::close);
    }

    private void run() {
        Duration pause = CHECK;
        try {
            while (true) {
                boolean told = changes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                changes.drainPermits();
                pause = check() ? CHECK : CHECK_AFTER_FAILURE;
                if (told) {
                    Thread.sleep(LEAST_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all is as it should be. */
    private boolean check() {
        try {
            Certificates certificates = keeper.check();
            keys.use(certificates);
            if (registration.isEmpty()) {
                registration = task.map(Supplier::get);
            }
            registration.ifPresent(present -> present.ensure(certificates.bundle()));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Certificates or webhook configurations could not be looked after; this is tried again", e);
            return false;
        }
    }
}
