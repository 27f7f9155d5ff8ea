package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.prune.PrunePlanner;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that does not know the password may do with the files what it likes. {@code docs/security.md} tells what comes of it. */
class HostileServerTest {

    @TempDir
    private Path folder;

    private World world;
    private MemoryBackend store;

    @BeforeEach
    void make() throws IOException {
        world = new World(folder);
        store = world.repository();
    }

    private Handle first(FileType type) {
        return Handle.of(type, store.names(type).first());
    }

    private Handle last(FileType type) {
        return Handle.of(type, store.names(type).last());
    }

    private void swap(Handle one, Handle other) {
        byte[] bytes = store.bytes(one);
        store.overwrite(one, store.bytes(other));
        store.overwrite(other, bytes);
    }

    private void rename(Handle from, Handle to) {
        store.overwrite(to, store.bytes(from));
        store.lose(from);
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void swapped_files_are_found(FileType type) throws IOException {
        store.lose(Handle.of(FileType.PACK, "ab".repeat(32)));
        swap(first(type), last(type));
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void renamed_files_are_found(FileType type) throws IOException {
        store.lose(Handle.of(FileType.PACK, "ab".repeat(32)));
        rename(first(type), Handle.of(type, "cd".repeat(32)));
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX"})
    void missing_files_are_found(FileType type) throws IOException {
        Handle needed = type == FileType.PACK
                ? Handle.of(FileType.PACK, world.damagedPack().toString())
                : first(FileType.INDEX);
        store.lose(needed);
        assertThat(new Judge(store).damage()).isNotEmpty();
    }

    @Test
    void a_file_of_another_kind_is_no_snapshot() throws IOException {
        store.overwrite(Handle.of(FileType.SNAPSHOT, first(FileType.INDEX).name()), store.bytes(first(FileType.INDEX)));
        assertThat(new Judge(store).damage())
                .singleElement()
                .asString()
                .contains(first(FileType.INDEX).name());
    }

    @Test
    void the_config_of_another_repository_does_not_open() throws IOException {
        store.overwrite(Handle.CONFIG, world.emptyRepository().bytes(Handle.CONFIG));
        assertThatThrownBy(() -> World.open(store, TestRepositories.PASSWORD, TestRepositories.options()))
                .isInstanceOf(RepositoryException.CorruptData.class);
    }

    @Test
    void another_sealed_file_is_no_config() {
        store.overwrite(Handle.CONFIG, store.bytes(first(FileType.SNAPSHOT)));
        assertThatThrownBy(() -> World.open(store, TestRepositories.PASSWORD, TestRepositories.options()))
                .isInstanceOf(RepositoryException.class);
    }

    @Test
    void a_swapped_key_does_not_open() throws IOException {
        store = world.withOtherKey();
        swap(first(FileType.KEY), last(FileType.KEY));
        assertThatThrownBy(() -> World.open(store, TestRepositories.PASSWORD, TestRepositories.options()))
                .isInstanceOf(RepositoryException.CorruptData.class);
    }

    /** Or else a server could have the data of all snapshots removed by hiding the index. */
    @Test
    void a_prune_does_not_believe_an_index_in_which_something_is_missing() throws IOException {
        for (String index : store.names(FileType.INDEX)) {
            MemoryBackend hiding = store.copy();
            hiding.lose(Handle.of(FileType.INDEX, index));
            try (Repository repository = TestRepositories.open(hiding)) {
                if (new Judge(hiding).damage().isEmpty()) {
                    continue; // It lists only what nobody needs.
                }
                PrunePlanner planner = new PrunePlanner(repository, ProgressListener.NONE);
                assertThatThrownBy(() -> planner.plan(PruneFixture.THOROUGH, Set.of()))
                        .isInstanceOf(RepositoryException.class);
            }
        }
    }

    /** Nothing in the format tells how many snapshots there should be. */
    @Test
    void a_snapshot_that_is_hidden_is_not_missed() throws IOException {
        store.lose(Handle.of(FileType.SNAPSHOT, world.snapshot.toString()));
        assertThat(new Judge(store).damage()).isEmpty();
    }

    @Test
    void a_snapshot_that_was_removed_and_comes_back_is_a_snapshot() throws IOException {
        Handle removed = Handle.of(FileType.SNAPSHOT, world.snapshot.toString());
        byte[] bytes = store.bytes(removed);
        try (Repository repository = TestRepositories.open(store)) {
            repository.snapshots().remove(world.snapshot);
        }
        store.overwrite(removed, bytes);
        try (Repository repository = TestRepositories.open(store)) {
            List<ObjectId> listed = repository.snapshots().list().sound().stream()
                    .map(StoredSnapshot::id)
                    .toList();
            assertThat(listed).contains(world.snapshot);
        }
    }

    @Test
    void a_whole_repository_of_yesterday_is_sound() throws IOException {
        MemoryBackend yesterday = store.copy();
        try (Repository repository = TestRepositories.open(store)) {
            repository.snapshots().remove(world.snapshot);
        }
        assertThat(new Judge(yesterday).damage()).isEmpty();
    }
}
