package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.ForwardingBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionUpgradeTest {

    private static final IOException FAILURE = new BackendException.Transient("the store stumbled", null);

    /** The first is to open the repository. */
    private static final int LOAD_BY_UPGRADE = 2;

    private final MemoryBackend memory = new MemoryBackend();
    private String id;
    private BlobHandle blob;

    @BeforeEach
    void makeOldRepository() throws IOException {
        try (Repository repository = TestRepositories.init(memory, 1, TestRepositories.options());
                BlobSaver saver = repository.startSaving()) {
            blob = BlobHandle.data(
                    saver.save(BlobType.DATA, new byte[100], 0, 100).id());
            saver.flush();
            id = repository.config().id();
        }
    }

    private static void upgrade(FaultyBackend store) throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            repository.upgrade();
        }
    }

    private void requireVersion(int version) throws IOException {
        try (Repository repository = TestRepositories.open(memory)) {
            assertThat(repository.config().version()).isEqualTo(version);
            assertThat(repository.config().id()).isEqualTo(id);
            assertThat(repository.blobs().load(blob)).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_old_repository_becomes_a_new_one_with_the_same_content(boolean atomicReplace) throws Exception {
        FaultyBackend store = new FaultyBackend(memory, new BackendProperties(5, atomicReplace));
        upgrade(store);
        assertThat(store.count(Operation.REMOVE)).isEqualTo(atomicReplace ? 0 : 1);
        requireVersion(2);
    }

    @Test
    void a_new_repository_needs_no_upgrade() throws Exception {
        FaultyBackend store = new FaultyBackend(memory);
        upgrade(store);
        assertThatThrownBy(() -> upgrade(store)).isInstanceOf(BadRequest.class);
    }

    @Test
    void the_old_config_is_put_back_if_the_new_one_cannot_be_stored() throws Exception {
        FaultyBackend store = new FaultyBackend(memory, new BackendProperties(5, false));
        store.onCall(Operation.SAVE, 1, new Fault.Refuse(FAILURE));
        assertThatThrownBy(() -> upgrade(store))
                .hasMessageContaining("the store stumbled")
                .hasMessageContaining("nothing has changed");
        requireVersion(1);
    }

    @Test
    void the_old_config_is_put_back_if_the_new_one_was_stored_in_part() throws Exception {
        FaultyBackend store = new FaultyBackend(memory).onCall(Operation.SAVE, 1, new Fault.Tear(10, FAILURE));
        assertThatThrownBy(() -> upgrade(store)).hasMessageContaining("nothing has changed");
        requireVersion(1);
    }

    @Test
    void a_copy_of_the_old_config_is_kept_if_it_cannot_be_put_back() throws Exception {
        byte[] old = memory.bytes(Handle.CONFIG);
        FaultyBackend store = new FaultyBackend(memory, new BackendProperties(5, false));
        store.fromCall(Operation.SAVE, 1, new Fault.Refuse(FAILURE));
        String message = messageOfFailure(store).orElseThrow();
        Path copy = Path.of(message.replaceAll(".* put (.*) there under the name config\\.", "$1"));
        memory.overwrite(Handle.CONFIG, Files.readAllBytes(copy));
        Files.delete(copy);
        assertThat(memory.bytes(Handle.CONFIG)).isEqualTo(old);
        requireVersion(1);
    }

    @Test
    void an_old_config_that_was_read_wrong_is_not_put_back() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        FaultyBackend store = new FaultyBackend(memory).onCall(Operation.SAVE, 1, new Fault.Refuse(FAILURE));
        store.when(
                call -> call.operation() == Operation.LOAD
                        && call.type() == FileType.CONFIG
                        && loads.incrementAndGet() == LOAD_BY_UPGRADE,
                new Fault.Corrupt());
        assertThatThrownBy(() -> upgrade(store)).hasMessageContaining("nothing has changed");
        assertThat(loads).hasValueGreaterThan(LOAD_BY_UPGRADE);
        requireVersion(1);
    }

    @Test
    void an_upgrade_has_failed_if_the_store_still_gives_the_old_config() throws Exception {
        Backend forgetful = new ForwardingBackend(memory) {
            @Override
            public void save(Handle handle, Content content) {}
        };
        assertThatThrownBy(() -> upgrade(new FaultyBackend(forgetful)))
                .hasMessageContaining("still gives the old config")
                .hasMessageContaining("nothing has changed");
        requireVersion(1);
    }

    private static Optional<String> messageOfFailure(FaultyBackend store) {
        try {
            upgrade(store);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
