package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server without the password can do unnoticed, as the format does not allow to notice it: no promise, but what is so. */
class UnnoticedChangesTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    private static final RepositoryOptions UNCOMPRESSED =
            TestRepositories.options().withCompression(CompressionMode.OFF);

    @TempDir
    private Path folder;

    private World world;
    private MemoryBackend store;
    private HostileServer server;

    @BeforeEach
    void make() throws IOException {
        world = new World(folder);
        store = world.repository();
        server = new HostileServer(store);
    }

    private Handle snapshot() {
        return Handle.of(FileType.SNAPSHOT, world.snapshot.toString());
    }

    private interface Work {
        void on(Repository repository) throws IOException;
    }

    private void work(Work work) throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            work.on(repository);
        }
    }

    private List<ObjectId> snapshots() throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            return repository.snapshots().list().sound().stream()
                    .map(StoredSnapshot::id)
                    .toList();
        }
    }

    @Test
    void a_hidden_snapshot_is_not_missed_and_a_prune_takes_its_data() throws IOException {
        byte[] hidden = store.bytes(snapshot());
        store.lose(snapshot());
        assertThat(new Judge(store).damage()).isEmpty();

        work(repository -> Works.prune(repository, world));
        store.overwrite(snapshot(), hidden);
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @Test
    void a_snapshot_that_was_removed_and_comes_back_is_a_snapshot() throws IOException {
        byte[] kept = store.bytes(snapshot());
        work(repository -> repository.snapshots().remove(world.snapshot));
        assertThat(snapshots()).doesNotContain(world.snapshot);
        store.overwrite(snapshot(), kept);
        assertThat(snapshots()).contains(world.snapshot);
    }

    @Test
    void a_key_that_was_replaced_and_comes_back_opens() throws IOException {
        Handle key = server.first(FileType.KEY);
        byte[] kept = store.bytes(key);
        work(repository -> Works.changePassword(repository, world));
        assertThat(store.contains(key)).isFalse();
        store.overwrite(key, kept);
        assertThat(snapshots()).contains(world.snapshot);
    }

    @Test
    void a_whole_repository_of_yesterday_is_sound() throws IOException {
        MemoryBackend yesterday = store.copy();
        work(repository -> Works.backUp(repository, world));
        assertThat(new Judge(yesterday).damage()).isEmpty();
    }

    @Test
    void an_old_config_makes_the_repository_one_of_version_1_again() throws IOException {
        store = world.oldRepository();
        byte[] old = store.bytes(Handle.CONFIG);
        work(Repository::upgrade);
        store.overwrite(Handle.CONFIG, old);
        work(repository -> assertThat(repository.config().version()).isEqualTo(1));
        assertThat(new Judge(store).damage()).isEmpty();
    }

    /** So it does not stay unnoticed for long. */
    @Test
    void with_an_old_config_nothing_opens_that_was_written_since() throws IOException {
        store = world.oldRepository();
        byte[] old = store.bytes(Handle.CONFIG);
        work(Repository::upgrade);
        byte[] upgraded = store.bytes(Handle.CONFIG);
        work(repository -> Works.backUp(repository, world));
        store.overwrite(Handle.CONFIG, old);
        assertThat(new Judge(store).damage()).isNotEmpty();

        store.overwrite(Handle.CONFIG, upgraded);
        assertThat(new Judge(store).damage()).isEmpty();
    }

    @Test
    void a_hidden_lock_keeps_nobody_out() throws IOException {
        try (Repository first = TestRepositories.open(store);
                RepositoryLock _ = TestRepositories.lock(first, RepositoryLock.Kind.EXCLUSIVE)) {
            MemoryBackend hiding = store.copy();
            hiding.lose(server.first(FileType.LOCK));
            try (Repository second = TestRepositories.open(hiding)) {
                TestRepositories.lock(second, RepositoryLock.Kind.EXCLUSIVE).close();
            }
        }
    }

    @Test
    void a_lock_that_was_removed_and_comes_back_keeps_everybody_out() throws IOException {
        byte[][] kept = new byte[1][];
        work(repository -> {
            try (RepositoryLock _ = TestRepositories.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
                kept[0] = store.bytes(server.first(FileType.LOCK));
            }
        });
        server.pass(kept[0], FileType.LOCK);
        work(repository -> assertThatThrownBy(() -> TestRepositories.lock(repository, RepositoryLock.Kind.SHARED))
                .isInstanceOf(RepositoryLocked.class));
    }

    @Test
    void but_not_once_it_is_stale() throws IOException {
        store = world.withStaleLock();
        work(repository ->
                TestRepositories.lock(repository, RepositoryLock.Kind.EXCLUSIVE).close());
    }

    /** All is sealed with the same key, and whatever is not compressed may be a document. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_uncompressed_piece_of_a_file_may_be_passed_off_as_a_snapshot(int version) throws IOException {
        store = new MemoryBackend();
        server = new HostileServer(store);
        TestRepositories.init(store, version, UNCOMPRESSED).close();
        ObjectId made = server.pass(server.cutOut(saveFileThatLooksLikeASnapshot()), FileType.SNAPSHOT);
        assertThat(snapshots()).containsExactly(made);
    }

    private ObjectId saveFileThatLooksLikeASnapshot() throws IOException {
        try (Repository repository = TestRepositories.open(store, UNCOMPRESSED);
                BlobSaver saver = repository.startSaving()) {
            byte[] tree = "{\"nodes\":[]}\n".getBytes(StandardCharsets.UTF_8);
            ObjectId root = saver.save(BlobType.TREE, tree, 0, tree.length).id();
            byte[] file = SnapshotCodec.encode(Snapshot.builder(TIME, root).build());
            ObjectId data = saver.save(BlobType.DATA, file, 0, file.length).id();
            saver.flush();
            return data;
        }
    }

    @Test
    void what_is_stored_already_takes_no_more_room() throws IOException {
        work(repository -> Works.backUp(repository, world));
        int packs = store.names(FileType.PACK).size();
        work(repository -> Works.backUp(repository, world));
        assertThat(store.names(FileType.PACK)).hasSize(packs);
    }
}
