package dev.coffer.operator.controller.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.controller.FakeApiServer;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateKeeperTest {

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

    private final FakeApiServer server = new FakeApiServer();
    private Instant now = START;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void certificates_outlive_the_operator() {
        Certificates made = keeper(() -> now).check();
        assertThat(keeper(() -> now).check()).isEqualTo(made);
    }

    @Test
    void of_two_operators_that_start_at_once_the_later_takes_what_the_earlier_has_made() {
        assertThatTheLaterTakesWhatTheEarlierHasMade();
    }

    @Test
    void of_two_operators_that_renew_at_once_the_later_takes_what_the_earlier_has_made() {
        Certificates old = keeper(() -> now).check();
        now = START.plus(Duration.ofDays(300));
        assertThat(assertThatTheLaterTakesWhatTheEarlierHasMade()).isNotEqualTo(old);
    }

    @Test
    void a_secret_that_was_removed_comes_back_as_it_was() {
        CertificateKeeper keeper = keeper(() -> now);
        Certificates made = keeper.check();
        server.client().resource(secret()).delete();
        assertThat(keeper.check()).isEqualTo(made);
        assertThat(keeper(() -> now).check()).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.crt", "ca.key", "tls.crt", "tls.key"})
    void a_secret_that_was_damaged_is_repaired(String part) {
        CertificateKeeper keeper = keeper(() -> now);
        Certificates made = keeper.check();
        Secret damaged = secret();
        damaged.getData().put(part, "bm9uc2Vuc2U=");
        server.client().resource(damaged).update();
        assertThat(keeper.check()).isEqualTo(made);
        assertThat(CertificateSecret.read(secret())).contains(made);
    }

    @Test
    void keys_of_others_are_found_out() {
        keeper(() -> now).check();
        Secret mixed = secret();
        mixed.getData().put("tls.key", mixed.getData().get("ca.key"));
        assertThat(CertificateSecret.read(mixed)).isEmpty();
    }

    /** The clock is read after the Secret: that is when the other operator comes in between. */
    private Certificates assertThatTheLaterTakesWhatTheEarlierHasMade() {
        AtomicReference<Certificates> earlier = new AtomicReference<>();
        Certificates later = keeper(() -> {
                    if (earlier.get() == null) {
                        earlier.set(keeper(() -> now).check());
                    }
                    return now;
                })
                .check();
        assertThat(later).isEqualTo(earlier.get());
        assertThat(CertificateSecret.read(secret())).contains(later);
        return later;
    }

    private CertificateKeeper keeper(InstantSource clock) {
        return new CertificateKeeper(
                server.client(), "coffer", "webhook", List::of, List.of("webhook.coffer.svc"), clock);
    }

    private Secret secret() {
        return server.client()
                .secrets()
                .inNamespace("coffer")
                .withName("webhook")
                .get();
    }
}
