package dev.coffer.backend.http;

import static dev.coffer.backend.contract.SelfSigned.openssl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.contract.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files that {@code openssl} writes. */
class PemTest {

    @TempDir
    private Path folder;

    private PrivateKey key(String file) throws BackendException {
        return Pem.read("option", folder.resolve(file).toString()).privateKey();
    }

    private void generate(String algorithm) {
        openssl(folder, ("genpkey -out pkcs8.pem -algorithm " + algorithm).split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA -pkeyopt rsa_keygen_bits:2048,RSA",
        "EC -pkeyopt ec_paramgen_curve:P-256,EC",
        "ED25519,EdDSA",
    })
    void keys_of_all_usual_algorithms_are_understood(String algorithm, String name) throws BackendException {
        generate(algorithm);

        assertThat(key("pkcs8.pem").getAlgorithm()).isEqualTo(name);
    }

    @Test
    void the_old_form_of_rsa_keys_is_understood() throws BackendException {
        generate("RSA");
        openssl(folder, "rsa", "-traditional", "-in", "pkcs8.pem", "-out", "pkcs1.pem");

        assertThat(folder.resolve("pkcs1.pem")).content().startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(key("pkcs1.pem")).isEqualTo(key("pkcs8.pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "P-521"})
    void the_old_form_of_ec_keys_is_understood(String curve) throws IOException {
        generate("EC -pkeyopt ec_paramgen_curve:" + curve);
        openssl(folder, "ec", "-in", "pkcs8.pem", "-out", "sec1.pem");

        assertThat(folder.resolve("sec1.pem")).content().startsWith("-----BEGIN EC PRIVATE KEY-----");
        ECPrivateKey old = (ECPrivateKey) key("sec1.pem");
        ECPrivateKey usual = (ECPrivateKey) key("pkcs8.pem");
        assertThat(old.getS()).isEqualTo(usual.getS());
        assertThat(old.getParams().getCurve()).isEqualTo(usual.getParams().getCurve());
    }

    @Test
    void an_encrypted_key_has_to_be_decrypted_first() {
        generate("RSA");
        openssl(folder, "pkcs8 -topk8 -in pkcs8.pem -out new.pem -passout pass:secret".split(" "));
        openssl(folder, "rsa -traditional -aes256 -in pkcs8.pem -out old.pem -passout pass:secret".split(" "));

        for (String file : new String[] {"new.pem", "old.pem"}) {
            assertThatThrownBy(() -> key(file))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("encrypted")
                    .hasMessageContaining(file);
        }
    }

    @Test
    void certificate_and_key_can_be_in_one_file_among_other_text() throws IOException {
        SelfSigned made = SelfSigned.create(folder, "both", "DNS:both.example");
        Path file = folder.resolve("file.pem");
        Files.writeString(
                file,
                "key:\n" + Files.readString(made.key()) + "certificate:\r\n"
                        + Files.readString(made.certificate()).replace("\n", "\r\n"));
        Pem pem = Pem.read("option", file.toString());

        assertThat(pem.privateKey().getAlgorithm()).isEqualTo("EC");
        assertThat(pem.certificates().getFirst().getSubjectX500Principal().getName())
                .isEqualTo("CN=both");
    }

    @Test
    void a_file_without_what_is_wanted_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "nothing here");
        Pem pem = Pem.read("option", file.toString());

        assertThatThrownBy(pem::certificates)
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(pem::privateKey)
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("notes.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CERTIFICATE", "PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"})
    void damage_is_told(String label) {
        Pem pem = Pem.parse("some file", "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n");

        assertThatThrownBy(label.startsWith("C") ? pem::certificates : pem::privateKey)
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("some file");
    }

    @Test
    void a_file_that_is_not_there_is_named_with_its_option() {
        assertThatThrownBy(
                        () -> Pem.read("http.cacert", folder.resolve("nowhere").toString()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("http.cacert")
                .hasMessageContaining("nowhere");
    }
}
