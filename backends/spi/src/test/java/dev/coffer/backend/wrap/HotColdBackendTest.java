package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotColdBackendTest {

    private static final String NAME = "ab".repeat(32);
    private static final Handle TREE_PACK = Handle.treePack(NAME);
    private static final Handle DATA_PACK = Handle.of(FileType.PACK, "cd".repeat(32));
    private static final Handle SNAPSHOT = Handle.of(FileType.SNAPSHOT, NAME);
    private static final byte[] BYTES = {1, 2, 3, 4};

    private final MemoryBackend hotFiles = new MemoryBackend();
    private final MemoryBackend coldFiles = new MemoryBackend();
    private final FaultyBackend hot = new FaultyBackend(hotFiles);
    private final FaultyBackend cold = new FaultyBackend(coldFiles);
    private final Backend both = new HotColdBackend(hot, cold);

    static Stream<Handle> metadata() {
        return Stream.of(TREE_PACK, SNAPSHOT, Handle.of(FileType.INDEX, NAME));
    }

    static Stream<Handle> others() {
        return Stream.of(DATA_PACK, Handle.CONFIG, Handle.of(FileType.KEY, NAME), Handle.of(FileType.LOCK, NAME));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadata_is_in_both_stores_and_read_from_the_hot_one(Handle handle) throws IOException {
        both.save(handle, Content.of(BYTES));
        both.load(handle, 1, new byte[2], 0, 2);

        assertThat(both.load(handle)).isEqualTo(BYTES);
        assertThat(coldFiles.bytes(handle)).isEqualTo(BYTES);
        assertThat(cold.count(Operation.LOAD)).isZero();
    }

    @ParameterizedTest
    @MethodSource("others")
    void everything_else_is_in_the_cold_store_alone(Handle handle) throws IOException {
        both.save(handle, Content.of(BYTES));

        assertThat(both.load(handle)).isEqualTo(BYTES);
        assertThat(hotFiles.contains(handle)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void what_only_the_cold_store_has_is_fetched_once(Handle handle) throws IOException {
        coldFiles.overwrite(handle, BYTES);
        byte[] part = new byte[2];
        both.load(handle, 1, part, 0, 2);

        assertThat(part).containsExactly(2, 3);
        assertThat(both.load(handle)).isEqualTo(BYTES);
        assertThat(cold.count(Operation.LOAD)).isEqualTo(1);
        assertThat(hotFiles.bytes(handle)).isEqualTo(BYTES);
    }

    @Test
    void a_copy_that_is_too_short_is_fetched_again() throws IOException {
        coldFiles.overwrite(TREE_PACK, BYTES);
        hotFiles.overwrite(TREE_PACK, new byte[] {1});
        byte[] part = new byte[2];
        both.load(TREE_PACK, 2, part, 0, 2);

        assertThat(part).containsExactly(3, 4);
        assertThat(hotFiles.bytes(TREE_PACK)).isEqualTo(BYTES);
    }

    @Test
    void a_damaged_copy_is_fetched_again_once_evicted() throws IOException {
        coldFiles.overwrite(SNAPSHOT, BYTES);
        hotFiles.overwrite(SNAPSHOT, new byte[] {9, 9, 9, 9});
        both.evict(SNAPSHOT);

        assertThat(both.load(SNAPSHOT)).isEqualTo(BYTES);
    }

    @Test
    void a_pack_without_the_metadata_flag_comes_from_the_cold_store_to_be_verified_there() throws IOException {
        both.save(TREE_PACK, Content.of(BYTES));
        both.load(Handle.of(FileType.PACK, NAME));

        assertThat(cold.count(Operation.LOAD)).isEqualTo(1);
    }

    @Test
    void nothing_is_hot_that_is_not_cold() {
        cold.fromCall(Operation.SAVE, 1, new Fault.Refuse(new BackendException.Full("no space", null)));

        assertThatThrownBy(() -> both.save(SNAPSHOT, Content.of(BYTES))).isInstanceOf(BackendException.Full.class);
        assertThat(hotFiles.contains(SNAPSHOT)).isFalse();
    }

    @Test
    void a_file_that_cannot_be_removed_from_the_hot_store_stays_in_the_cold_one() throws IOException {
        both.save(SNAPSHOT, Content.of(BYTES));
        hot.fromCall(Operation.REMOVE, 1, new Fault.Refuse(new BackendException.Transient("later", null)));

        assertThatThrownBy(() -> both.remove(SNAPSHOT)).isInstanceOf(BackendException.Transient.class);
        assertThat(coldFiles.contains(SNAPSHOT)).isTrue();
    }

    @Test
    void a_pack_is_removed_from_both_whatever_its_handle_says_of_it() throws IOException {
        both.save(TREE_PACK, Content.of(BYTES));
        both.remove(Handle.of(FileType.PACK, NAME));

        assertThat(hotFiles.contains(TREE_PACK)).isFalse();
        assertThat(coldFiles.contains(TREE_PACK)).isFalse();
    }

    @Test
    void listings_tell_what_is_in_the_cold_store() throws IOException {
        coldFiles.overwrite(SNAPSHOT, BYTES);
        hotFiles.overwrite(Handle.of(FileType.SNAPSHOT, "ef".repeat(32)), BYTES);
        List<FileInfo> listed = new ArrayList<>();
        both.list(FileType.SNAPSHOT, listed::add);

        assertThat(listed).containsExactly(new FileInfo(NAME, BYTES.length));
    }
}
