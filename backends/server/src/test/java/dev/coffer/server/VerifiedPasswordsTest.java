package dev.coffer.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private static final PasswordHash OLD = PasswordHash.parse(TestServer.storedPassword("pw1"));
    private static final PasswordHash NEW = PasswordHash.parse(TestServer.storedPassword("pw2"));

    private final AtomicLong clock = new AtomicLong();
    private final VerifiedPasswords verified = new VerifiedPasswords(Duration.ofSeconds(60), clock::get);

    private static BasicCredentials credentials(String user, String password) {
        return new BasicCredentials(user, password.getBytes(UTF_8));
    }

    @Test
    void a_password_that_was_right_need_not_be_verified_again() {
        verified.add(credentials("alice", "pw1"), OLD);

        assertThat(verified.contains(credentials("alice", "pw1"), OLD)).isTrue();
        assertThat(verified.contains(credentials("alice", "pw2"), OLD)).isFalse();
        assertThat(verified.contains(credentials("bob", "pw1"), OLD)).isFalse();
    }

    @Test
    void it_must_be_after_a_while() {
        verified.add(credentials("alice", "pw1"), OLD);
        clock.addAndGet(Duration.ofSeconds(60).toNanos());

        assertThat(verified.contains(credentials("alice", "pw1"), OLD)).isFalse();
    }

    @Test
    void it_must_be_as_soon_as_another_one_is_stored() {
        verified.add(credentials("alice", "pw1"), OLD);

        assertThat(verified.contains(credentials("alice", "pw1"), NEW)).isFalse();
    }
}
