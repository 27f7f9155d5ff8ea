package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewableTest {

    private final AtomicInteger fetched = new AtomicInteger();
    private final Renewable<String> token = new Renewable<>(() -> "token " + fetched.incrementAndGet());

    @Test
    void it_is_fetched_once() throws IOException {
        assertThat(token.get()).isEqualTo("token 1");
        assertThat(token.get()).isEqualTo("token 1");
    }

    @Test
    void an_expired_one_is_replaced() throws IOException {
        assertThat(token.renew(token.get())).isEqualTo("token 2");
        assertThat(token.get()).isEqualTo("token 2");
    }

    @Test
    void whoever_comes_late_gets_what_another_has_fetched() throws IOException {
        String old = token.get();
        token.renew(old);

        assertThat(token.renew(old)).isEqualTo("token 2");
    }

    @Test
    void a_doubtful_one_is_replaced_when_it_is_needed_again() throws IOException {
        token.forget(token.get());

        assertThat(fetched).hasValue(1);
        assertThat(token.get()).isEqualTo("token 2");
    }

    @Test
    void one_that_is_out_of_use_can_be_forgotten_without_harm() throws IOException {
        String old = token.get();
        token.renew(old);
        token.forget(old);

        assertThat(token.get()).isEqualTo("token 2");
    }

    @Test
    void a_failure_is_forgotten() throws IOException {
        Renewable<String> failing = new Renewable<>(() -> {
            if (fetched.incrementAndGet() == 1) {
                throw new IOException("not yet");
            }
            return "token";
        });

        assertThatThrownBy(failing::get).hasMessage("not yet");
        assertThat(failing.get()).isEqualTo("token");
    }

    @Test
    void an_interrupted_thread_does_not_wait() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(token::get).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
