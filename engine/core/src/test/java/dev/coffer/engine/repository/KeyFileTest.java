package dev.coffer.engine.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.crypto.Scrypt;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.host.HostIdentity;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final HostIdentity HOST = new HostIdentity("web1", "alice", 1, 1, 1);
    private static final KdfParameters KDF = new KdfParameters(2, 1, 1);
    private static final Password PASSWORD = Password.of("secret");

    private final MasterKey master = MasterKey.random();
    private KeyFile key;
    private String text;

    @BeforeEach
    void seal() throws IOException {
        key = KeyFile.seal(master, PASSWORD, HOST, KDF);
        text = new String(key.encode(), UTF_8);
    }

    @Test
    void the_fields_stand_in_the_order_of_restic() {
        assertThat(text)
                .matches("\\{\"created\":\"[^\"]+\",\"username\":\"alice\",\"hostname\":\"web1\",\"kdf\":\"scrypt\","
                        + "\"N\":2,\"r\":1,\"p\":1,\"salt\":\"[^\"]{88}\",\"data\":\"[^\"]{216}\"}");
    }

    @Test
    void the_password_gives_the_master_key() throws Exception {
        MasterKey opened = decode(text).open(PASSWORD);
        assertThat(opened.encryptionKey()).isEqualTo(master.encryptionKey());
        assertThat(opened.macK()).isEqualTo(master.macK());
        assertThat(opened.macR()).isEqualTo(master.macR());
    }

    @Test
    void another_password_does_not() {
        assertThatThrownBy(() -> decode(text).open(Password.of("Secret"))).isInstanceOf(AuthenticationFailed.class);
    }

    @Test
    void fields_that_rustic_leaves_out_or_adds_are_no_trouble() throws Exception {
        String rustic = text.replaceFirst("\"created\".*\"kdf\"", "\"mood\":[{}],\"kdf\"");
        KeyFile file = decode(rustic);
        assertThat(file.hostname()).isEmpty();
        file.open(PASSWORD).close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "3, 1, 1",
        "-2, 1, 1",
        "2, 0, 1",
        "2, 1, 0",
        "2, -1, -1",
        "2, 32768, 32768",
        "1073741824, 8, 1",
        "1048576, 8, 1048575",
        "9223372036854775807, 1, 1",
        "4294967298, 1, 1"
    })
    void absurd_parameters_are_refused_before_any_work(long n, long r, long p) {
        String absurd = text.replace("\"N\":2,\"r\":1,\"p\":1,", "\"N\":%d,\"r\":%d,\"p\":%d,".formatted(n, r, p));
        assertThatThrownBy(() -> decode(absurd)).isInstanceOf(IOException.class).hasMessageContaining("scrypt");
    }

    @Test
    void an_unknown_key_derivation_is_refused() {
        assertThatThrownBy(() -> decode(text.replace("scrypt", "argon2")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("argon2");
    }

    @Test
    void a_salt_of_another_length_is_refused() {
        assertThatThrownBy(() -> decode(text.replaceFirst("\"salt\":\"[^\"]+\"", "\"salt\":\"AAAA\"")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("salt");
    }

    @Test
    void data_too_short_for_a_key_is_not_taken_for_a_wrong_password() {
        assertThatThrownBy(() -> decode(text.replaceFirst("\"data\":\"[^\"]+\"", "\"data\":\"AAAA\"")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"kdf\":7}", "{\"salt\":\"?\"}"})
    void what_is_no_key_file_is_refused(String bytes) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no key at all, but text", "{\"encrypt\":\"AAAA\"}", "{\"mac\":{\"k\":\"AAAA\"}}"})
    void a_sealed_master_key_that_is_none_is_damage_of_a_named_file(String sealed) throws Exception {
        MemoryBackend backend = new MemoryBackend();
        TestRepositories.init(backend);
        backend.names(FileType.KEY).forEach(name -> backend.lose(Handle.of(FileType.KEY, name)));
        byte[] file = sealing(sealed.getBytes(UTF_8)).encode();
        Handle handle = Handle.of(FileType.KEY, ObjectId.of(file).toString());
        backend.overwrite(handle, file);
        assertThatThrownBy(() -> Repository.open(backend, PASSWORD, Optional.empty(), TestRepositories.options()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(handle.toString());
    }

    private static KeyFile sealing(byte[] document) {
        byte[] salt = new byte[64];
        byte[] derived = Scrypt.derive("secret".getBytes(UTF_8), salt, KDF.n(), KDF.r(), KDF.p(), 64);
        byte[] data = new Crypto(MasterKey.fromScrypt64(derived)).seal(document);
        return new KeyFile(OffsetDateTime.parse("2026-01-01T00:00:00Z"), "alice", "web1", KDF, salt, data);
    }

    private static KeyFile decode(String text) throws IOException {
        return KeyFile.decode(text.getBytes(UTF_8));
    }
}
