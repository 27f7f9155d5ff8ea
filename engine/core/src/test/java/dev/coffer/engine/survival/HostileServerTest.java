package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.prune.PrunePlanner;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server without the password does to the files is noticed. {@code docs/security.md} has a table of it. */
class HostileServerTest {

    @TempDir
    private Path folder;

    private World world;
    private MemoryBackend store;
    private HostileServer server;

    @BeforeEach
    void make() throws IOException {
        world = new World(folder);
        store = world.repository();
        store.lose(World.REMAINS);
        server = new HostileServer(store);
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void changed_bytes_are_found(FileType type) throws IOException {
        store.damage(server.first(type), 20);
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void swapped_files_are_found(FileType type) throws IOException {
        server.swap(server.first(type), server.last(type));
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void renamed_files_are_found(FileType type) throws IOException {
        server.rename(server.first(type), Handle.of(type, "cd".repeat(32)));
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @Test
    void nobody_takes_changed_bytes_for_data() throws IOException {
        BlobLocation place = world.placeOfDamagedData();
        store.damage(Handle.of(FileType.PACK, place.pack().toString()), (int)
                place.blob().offset());
        try (Repository repository = TestRepositories.open(store)) {
            assertThatThrownBy(() -> repository.blobs().load(BlobHandle.data(world.damagedData)))
                    .isInstanceOf(CorruptData.class);
        }
    }

    @Test
    void nobody_takes_another_snapshot_for_the_one_that_was_asked_for() throws IOException {
        Handle wanted = Handle.of(FileType.SNAPSHOT, world.snapshot.toString());
        Handle first = server.first(FileType.SNAPSHOT);
        server.swap(wanted, first.equals(wanted) ? server.last(FileType.SNAPSHOT) : first);
        try (Repository repository = TestRepositories.open(store)) {
            assertThatThrownBy(() -> repository.snapshots().load(world.snapshot))
                    .isInstanceOf(CorruptData.class);
        }
    }

    @Test
    void nobody_works_with_an_index_of_which_a_file_was_changed() {
        store.damage(server.first(FileType.INDEX), 20);
        assertThatThrownBy(() -> TestRepositories.open(store)).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_missing_pack_is_found_and_stops_a_prune() throws IOException {
        store.lose(Handle.of(FileType.PACK, world.damagedPack().toString()));
        assertThat(new Judge(store).damage()).isNotEmpty();
        assertPruneRefuses();
    }

    /** Or else a server could have the data of all snapshots removed by hiding the index. */
    @Test
    void a_missing_index_file_is_found_and_stops_a_prune() throws IOException {
        store.lose(Handle.of(FileType.INDEX, world.indexOfDamagedPack().toString()));
        assertThat(new Judge(store).damage()).isNotEmpty();
        assertPruneRefuses();
    }

    private void assertPruneRefuses() throws IOException {
        try (Repository repository = TestRepositories.open(store)) {
            PrunePlanner planner = new PrunePlanner(repository, ProgressListener.NONE);
            assertThatThrownBy(() -> planner.plan(PruneFixture.THOROUGH, Set.of()))
                    .isInstanceOf(RepositoryException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIG", "INDEX"})
    void no_file_of_another_kind_is_a_snapshot(FileType type) throws IOException {
        byte[] sealed = store.bytes(type == FileType.CONFIG ? Handle.CONFIG : server.first(type));
        ObjectId name = server.pass(sealed, FileType.SNAPSHOT);
        assertThat(new Judge(store).damage()).singleElement().asString().contains(name.toString());
    }

    @Test
    void a_lock_is_no_snapshot_either() throws IOException {
        byte[] sealed;
        try (Repository repository = TestRepositories.open(store);
                RepositoryLock _ = TestRepositories.lock(repository, RepositoryLock.Kind.SHARED)) {
            sealed = store.bytes(server.first(FileType.LOCK));
        }
        ObjectId name = server.pass(sealed, FileType.SNAPSHOT);
        assertThat(new Judge(store).damage()).singleElement().asString().contains(name.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIG", "SNAPSHOT"})
    void a_file_of_another_kind_among_index_files_lists_nothing_and_hides_nothing(FileType type) throws IOException {
        server.pass(store.bytes(type == FileType.CONFIG ? Handle.CONFIG : server.first(type)), FileType.INDEX);
        assertThat(new Judge(store).damage()).isEmpty();
    }

    @Test
    void a_piece_of_a_file_is_no_snapshot_where_pieces_are_compressed() throws IOException {
        ObjectId name = server.pass(server.cutOut(world.damagedData), FileType.SNAPSHOT);
        assertThat(new Judge(store).damage()).singleElement().asString().contains(name.toString());
    }

    @Test
    void the_config_of_another_repository_does_not_open() throws IOException {
        store.overwrite(Handle.CONFIG, world.emptyRepository().bytes(Handle.CONFIG));
        assertThatThrownBy(opening()).isInstanceOf(CorruptData.class);
    }

    @Test
    void another_sealed_file_is_no_config() {
        store.overwrite(Handle.CONFIG, store.bytes(server.first(FileType.SNAPSHOT)));
        assertThatThrownBy(opening()).isInstanceOf(RepositoryException.class);
    }

    @Test
    void a_changed_key_does_not_open() {
        store.damage(server.first(FileType.KEY), 20);
        assertThatThrownBy(opening()).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_swapped_key_does_not_open() throws IOException {
        store = world.withOtherKey();
        server = new HostileServer(store);
        server.swap(server.first(FileType.KEY), server.last(FileType.KEY));
        assertThatThrownBy(opening()).isInstanceOf(CorruptData.class);
    }

    private ThrowingCallable opening() {
        return () -> World.open(store, TestRepositories.PASSWORD, TestRepositories.options());
    }
}
