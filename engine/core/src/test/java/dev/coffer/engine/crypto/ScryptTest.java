package dev.coffer.engine.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with RFC 7914 and Bouncy Castle. */
class ScryptTest {

    @Test
    void the_examples_of_the_rfc_are_met() {
        assertThat(Scrypt.derive(new byte[0], new byte[0], 16, 1, 1, 64))
                .asHexString()
                .isEqualToIgnoringCase("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
        assertThat(Scrypt.derive("password".getBytes(UTF_8), "NaCl".getBytes(UTF_8), 1024, 8, 16, 64))
                .asHexString()
                .isEqualToIgnoringCase("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
    }

    @ParameterizedTest
    @CsvSource({
        "2,1,1,64",
        "2,8,3,64",
        "4,3,2,1",
        "16,8,5,33",
        "32,1,7,100",
        "256,5,4,64",
        "4096,8,1,64",
        "1024,16,2,64"
    })
    void any_parameters_match_the_oracle(int n, int r, int p, int length) {
        Random random = new Random(n + r + p);
        byte[] password = bytes(random, random.nextInt(100));
        byte[] salt = bytes(random, 64);

        assertThat(Scrypt.derive(password, salt, n, r, p, length))
                .isEqualTo(SCrypt.generate(password, salt, n, r, p, length));
    }

    @ParameterizedTest
    @CsvSource({"0,8,1", "1,8,1", "3,8,1", "-2,8,1", "-2147483648,8,1", "1024,0,1", "1024,8,0", "2,32768,32768"})
    void parameters_outside_of_the_definition_are_refused(int n, int r, int p) {
        assertThatThrownBy(() -> new KdfParameters(n, r, p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scrypt needs");
    }

    @ParameterizedTest
    @CsvSource({"1073741824,8,1", "2097152,8,1", "2,8388608,1", "1073741824,1073741823,1", "2,8,1048577"})
    void parameters_made_to_exhaust_the_memory_are_refused(int n, int r, int p) {
        assertThatThrownBy(() -> new KdfParameters(n, r, p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than the 1 GiB");
    }

    @Test
    void parameters_made_to_keep_the_machine_busy_are_refused() {
        assertThatThrownBy(() -> new KdfParameters(1 << 20, 8, 65))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minutes of processor time");
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
