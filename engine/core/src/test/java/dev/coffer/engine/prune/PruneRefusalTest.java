package dev.coffer.engine.prune;

import static dev.coffer.engine.prune.PruneFixture.THOROUGH;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As long as anything is not as it should be there is no plan, and without a plan nothing is removed. */
class PruneRefusalTest {

    private PruneFixture fixture;
    private MemoryBackend backend;
    private ObjectId snapshot;

    @BeforeEach
    void backUp() throws IOException {
        fixture = new PruneFixture();
        backend = fixture.backend();
        snapshot = fixture.backUp("content");
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private static void assertRefused(Backend store, String... words) {
        assertThatThrownBy(() -> PruneFixture.plan(store, THOROUGH))
                .isInstanceOf(CorruptData.class)
                .hasMessageContainingAll("Nothing was pruned", "coffer ")
                .hasMessageContainingAll(words);
    }

    private BlobLocation place(BlobType type) throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            ObjectId content = ObjectId.of("content".getBytes(StandardCharsets.UTF_8));
            BlobHandle blob = type == BlobType.DATA
                    ? BlobHandle.data(content)
                    : BlobHandle.tree(
                            repository.snapshots().load(snapshot).snapshot().tree());
            return repository.index().lookup(blob).orElseThrow();
        }
    }

    private Handle pack(BlobType type) throws IOException {
        return Handle.of(FileType.PACK, place(type).pack().toString());
    }

    @Test
    void a_damaged_snapshot() {
        backend.damage(Handle.of(FileType.SNAPSHOT, snapshot.toString()), 40);
        assertRefused(backend, "snapshot " + snapshot, "cannot be read");
    }

    @Test
    void a_snapshot_that_the_store_does_not_hand_out() {
        for (BackendException reason : new BackendException[] {
            new BackendException.Denied("go away", null), new BackendException.Missing("not here", null)
        }) {
            FaultyBackend closed = new FaultyBackend(backend)
                    .when(
                            call -> call.operation() == Operation.LOAD && call.type() == FileType.SNAPSHOT,
                            new Fault.Refuse(reason));
            assertRefused(closed, "snapshot " + snapshot, String.valueOf(reason.getMessage()));
        }
    }

    @Test
    void a_damaged_tree() throws IOException {
        backend.damage(pack(BlobType.TREE), 20);
        assertRefused(backend, "tree ", "damaged");
    }

    @Test
    void data_that_no_index_knows() throws IOException {
        ObjectId pack = place(BlobType.DATA).pack();
        try (Repository repository = TestRepositories.open(backend)) {
            repository.indexRewriter().rewrite(repository.index(), Set.of(pack));
        }
        assertRefused(backend, "is not in the index", "repair index");
    }

    @Test
    void a_missing_pack() throws IOException {
        Handle pack = pack(BlobType.DATA);
        backend.lose(pack);
        assertRefused(backend, pack.name(), "missing", "repair index");
    }

    @Test
    void a_pack_of_the_wrong_size() throws IOException {
        Handle pack = pack(BlobType.DATA);
        byte[] bytes = backend.bytes(pack);
        backend.overwrite(pack, Arrays.copyOf(bytes, bytes.length + 1));
        assertRefused(backend, pack.name(), "bytes instead of", "repair index");
    }

    @Test
    void compressing_what_cannot_be_compressed() throws IOException {
        MemoryBackend old = new MemoryBackend();
        PruneOptions compress =
                new PruneOptions(UnusedLimit.USUAL, OptionalLong.empty(), OptionalLong.empty(), false, true);
        try (Repository repository = TestRepositories.init(old, 1, TestRepositories.options())) {
            assertThatThrownBy(() -> PruneFixture.plan(repository, compress))
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("version 1");
        }
    }

    @Test
    void joining_packs_that_no_pack_would_be_big_enough_for() {
        long tooMuch = RepositoryOptions.DEFAULT_PACK_SIZE + 1;
        PruneOptions join =
                new PruneOptions(UnusedLimit.USUAL, OptionalLong.empty(), OptionalLong.of(tooMuch), false, false);
        assertThatThrownBy(() -> PruneFixture.plan(backend, join))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("--pack-size");
    }
}
