package dev.coffer.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** Made by the C library: crypt("pw1", "$2y$05$abcdefghijklmnopqrstuu"). */
    private static final String BCRYPT = "$2y$05$abcdefghijklmnopqrstuuUO0ia.DNRpY0c0bDasaKMC9101OqwdW";

    /** Made by printf pw1 | openssl sha1 -binary | base64. */
    private static final String SHA = "{SHA}AsWT/Zr4JUuFnUJqdrbNQoR/vsE=";

    @ParameterizedTest
    @ValueSource(strings = {BCRYPT, SHA})
    void only_the_right_password_matches(String stored) {
        PasswordHash hash = PasswordHash.parse(stored);

        assertThat(hash.matches("pw1".getBytes(UTF_8))).isTrue();
        assertThat(hash.matches("pw2".getBytes(UTF_8))).isFalse();
        assertThat(hash.matches("".getBytes(UTF_8))).isFalse();
        assertThat(hash.matches("pw1 ".getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pw1",
                "$apr1$abcdefgh$0123456789012345678901",
                "{SHA}",
                "{SHA}AAAA",
                "$2y$05$short",
                "$2y$99$.....................................................",
                "$6$salt$hash"
            })
    void other_kinds_are_not_taken_for_passwords(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse(stored));
    }

    @Test
    void a_hash_does_not_get_into_messages() {
        assertThat(PasswordHash.parse(BCRYPT).toString() + PasswordHash.parse(SHA))
                .isEqualTo("Bcrypt[…]Sha1[…]");
    }
}
