package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.RepositoryExists;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryTest {

    private final MemoryBackend backend = new MemoryBackend();

    @Test
    void a_new_repository_opens_with_its_password() throws Exception {
        String id = TestRepositories.init(backend).config().id();
        Repository opened = TestRepositories.open(backend);
        assertThat(opened.config().id()).isEqualTo(id);
        assertThat(opened.config().version()).isEqualTo(2);
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        TestRepositories.init(backend);
        assertThatThrownBy(() -> openWith("wrong horse")).isInstanceOf(WrongPassword.class);
    }

    @Test
    void an_empty_place_holds_no_repository() {
        assertThatThrownBy(() -> TestRepositories.open(backend))
                .isInstanceOf(RepositoryNotFound.class)
                .hasMessageContaining(backend.location())
                .hasMessageContaining("coffer init");
    }

    @Test
    void a_repository_is_never_made_over_another() throws Exception {
        TestRepositories.init(backend);
        byte[] config = backend.bytes(Handle.CONFIG);
        assertThatThrownBy(() -> TestRepositories.init(backend)).isInstanceOf(RepositoryExists.class);
        assertThat(backend.bytes(Handle.CONFIG)).isEqualTo(config);
    }

    @Test
    void keys_without_a_config_are_not_overwritten_either() throws Exception {
        TestRepositories.init(backend);
        backend.remove(Handle.CONFIG);
        assertThatThrownBy(() -> TestRepositories.init(backend)).isInstanceOf(RepositoryExists.class);
    }

    @Test
    void an_unknown_version_cannot_be_made() {
        assertThatThrownBy(() -> TestRepositories.init(backend, 3, TestRepositories.options()))
                .isInstanceOf(UnsupportedFormat.class);
        assertThat(backend.names(FileType.KEY)).isEmpty();
    }

    @Test
    void the_chunker_polynomial_can_be_taken_from_another_repository() throws Exception {
        Polynomial polynomial = Polynomial.parse("2814b9c8054143");
        Repository.init(
                backend,
                Password.of(TestRepositories.PASSWORD),
                2,
                Optional.of(polynomial),
                TestRepositories.options());
        assertThat(TestRepositories.open(backend).config().polynomial()).isEqualTo(polynomial);
    }

    @Test
    void a_damaged_config_is_named() throws Exception {
        TestRepositories.init(backend);
        byte[] config = backend.bytes(Handle.CONFIG);
        config[40] ^= 1;
        backend.overwrite(Handle.CONFIG, config);
        assertThatThrownBy(() -> TestRepositories.open(backend))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("config");
    }

    @Test
    void a_damaged_key_file_is_named() throws Exception {
        TestRepositories.init(backend);
        Handle key = Handle.of(FileType.KEY, backend.names(FileType.KEY).getFirst());
        byte[] bytes = backend.bytes(key);
        bytes[10] ^= 1;
        backend.overwrite(key, bytes);
        assertThatThrownBy(() -> TestRepositories.open(backend))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(key.toString());
    }

    @Test
    void each_of_several_keys_opens_the_repository() throws Exception {
        Repository repository = TestRepositories.init(backend);
        ObjectId added =
                repository.addKey(Password.of("second"), repository.options().host());
        assertThat(openWith("second").keyId()).isEqualTo(added);
        assertThat(openWith(TestRepositories.PASSWORD).keyId()).isEqualTo(repository.keyId());
    }

    @Test
    void a_removed_key_opens_no_more() throws Exception {
        Repository repository = TestRepositories.init(backend);
        ObjectId added =
                repository.addKey(Password.of("second"), repository.options().host());
        repository.removeKey(added);
        assertThatThrownBy(() -> openWith("second")).isInstanceOf(WrongPassword.class);
    }

    @Test
    void the_key_in_use_cannot_be_removed() throws Exception {
        Repository repository = TestRepositories.init(backend);
        assertThatThrownBy(() -> repository.removeKey(repository.keyId())).isInstanceOf(BadRequest.class);
    }

    @Test
    void after_a_change_of_password_only_the_new_one_opens() throws Exception {
        Repository repository = TestRepositories.init(backend);
        repository.changePassword(Password.of("new"), repository.options().host());
        openWith("new");
        assertThatThrownBy(() -> openWith(TestRepositories.PASSWORD)).isInstanceOf(WrongPassword.class);
    }

    @Test
    void a_password_stays_when_the_key_of_the_new_one_turns_out_to_be_damaged() throws Exception {
        FaultyBackend faulty = new FaultyBackend(backend);
        Repository repository = TestRepositories.init(faulty);
        faulty.fromCall(
                FaultyBackend.Operation.LOAD, faulty.count(FaultyBackend.Operation.LOAD) + 1, new Fault.Corrupt());
        assertThatThrownBy(() -> repository.changePassword(
                        Password.of("new"), repository.options().host()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("removed again");
        assertThat(openWith(TestRepositories.PASSWORD).keyId()).isEqualTo(repository.keyId());
        assertThat(backend.names(FileType.KEY)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1,AUTO", "2,AUTO", "2,OFF", "2,FASTEST", "2,BETTER", "2,MAX"})
    void what_was_saved_can_be_loaded(int version, CompressionMode mode) throws Exception {
        RepositoryOptions options = TestRepositories.options().withCompression(mode);
        byte[] content =
                "some text that repeats, some text that repeats".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        SavedBlob saved;
        try (Repository repository = TestRepositories.init(backend, version, options);
                BlobSaver saver = repository.startSaving()) {
            saved = saver.save(BlobType.DATA, content, 0, content.length);
            saver.save(BlobType.TREE, content, 0, content.length);
            saver.flush();
        }
        Repository reopened = TestRepositories.open(backend);
        assertThat(reopened.blobs().load(BlobHandle.data(saved.id()))).isEqualTo(content);
        assertThat(reopened.blobs().load(BlobHandle.tree(saved.id()))).isEqualTo(content);
    }

    @Test
    void no_secret_is_shown() throws Exception {
        Repository repository = TestRepositories.init(backend);
        assertThat("" + Password.of("geheim") + repository.options())
                .doesNotContain("geheim", TestRepositories.PASSWORD);
    }

    private Repository openWith(String password) throws Exception {
        return Repository.open(backend, Password.of(password), Optional.empty(), TestRepositories.options());
    }
}
