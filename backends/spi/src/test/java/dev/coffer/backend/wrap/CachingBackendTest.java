package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class CachingBackendTest {

    private static final String REPOSITORY = "12".repeat(32);
    private static final Handle TREE_PACK = Handle.treePack("ab".repeat(32));
    private static final Handle DATA_PACK = Handle.of(FileType.PACK, "cd".repeat(32));
    private static final byte[] BYTES = bytes();

    @TempDir
    private Path folder;

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend store = new FaultyBackend(memory);
    private Backend caching;

    private static byte[] bytes() {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    @BeforeEach
    void openCache() throws IOException {
        caching = new CachingBackend(store, new CacheDirectory(folder).open(REPOSITORY));
    }

    private Path cached(Handle handle) {
        return folder.resolve(REPOSITORY)
                .resolve(handle.type().directory())
                .resolve(handle.name().substring(0, 2))
                .resolve(handle.name());
    }

    static Stream<Handle> metadata() {
        return Stream.of(
                TREE_PACK, Handle.of(FileType.INDEX, "ab".repeat(32)), Handle.of(FileType.SNAPSHOT, "ab".repeat(32)));
    }

    static Stream<Handle> uncached() {
        return Stream.of(
                DATA_PACK,
                Handle.CONFIG,
                Handle.of(FileType.KEY, "ab".repeat(32)),
                Handle.of(FileType.LOCK, "ab".repeat(32)));
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void metadata_is_fetched_once_and_kept_as_it_is_stored(Handle handle) throws IOException {
        memory.overwrite(handle, BYTES);

        assertThat(caching.load(handle)).isEqualTo(BYTES);
        assertThat(caching.load(handle)).isEqualTo(BYTES);
        assertThat(store.count(Operation.LOAD)).isEqualTo(1);
        assertThat(cached(handle)).hasBinaryContent(BYTES);
    }

    @ParameterizedTest
    @MethodSource("metadata")
    void saved_metadata_is_kept(Handle handle) throws IOException {
        caching.save(handle, Content.of(BYTES));

        assertThat(caching.load(handle)).isEqualTo(BYTES);
        assertThat(store.count(Operation.LOAD)).isZero();
    }

    @ParameterizedTest
    @MethodSource("uncached")
    void nothing_else_is_kept(Handle handle) throws IOException {
        caching.save(handle, Content.of(BYTES));
        assertThat(caching.load(handle)).isEqualTo(BYTES);
        caching.load(handle, 0, new byte[10], 0, 10);
        caching.evict(handle);
        caching.remove(handle);

        assertThat(store.count(Operation.LOAD)).isEqualTo(2);
        assertThat(filesInCache()).isEmpty();
    }

    private List<String> filesInCache() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(REPOSITORY))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("version"))
                    .toList();
        }
    }

    @Test
    void the_first_range_of_a_tree_pack_fetches_it_whole() throws IOException {
        memory.overwrite(TREE_PACK, BYTES);
        byte[] buffer = new byte[30];
        caching.load(TREE_PACK, 500, buffer, 10, 20);
        caching.load(TREE_PACK, 990, buffer, 0, 10);

        assertThat(Arrays.copyOfRange(buffer, 0, 10)).isEqualTo(Arrays.copyOfRange(BYTES, 990, 1000));
        assertThat(Arrays.copyOfRange(buffer, 10, 30)).isEqualTo(Arrays.copyOfRange(BYTES, 500, 520));
        assertThat(store.count(Operation.LOAD)).isEqualTo(1);
    }

    @Test
    void a_range_beyond_the_end_is_truncated() {
        memory.overwrite(TREE_PACK, BYTES);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> caching.load(TREE_PACK, 999, new byte[2], 0, 2))
                    .isInstanceOf(BackendException.Truncated.class);
        }
    }

    @Test
    void the_same_pack_under_a_handle_without_metadata_flag_comes_from_the_store() throws IOException {
        caching.save(TREE_PACK, Content.of(BYTES));
        caching.load(Handle.of(FileType.PACK, TREE_PACK.name()));

        assertThat(store.count(Operation.LOAD)).isEqualTo(1);
    }

    @Test
    void threads_that_want_the_same_file_share_one_request() throws Exception {
        memory.overwrite(TREE_PACK, BYTES);
        CountDownLatch latch = new CountDownLatch(1);
        store.when(call -> call.operation() == Operation.LOAD, new Fault.Hold(latch));
        List<Running<byte[]>> loads = IntStream.range(0, 8)
                .mapToObj(_ -> Running.start(() -> caching.load(TREE_PACK)))
                .toList();
        loads.forEach(Running::awaitWaiting);
        latch.countDown();

        for (Running<byte[]> load : loads) {
            assertThat(load.task().get()).isEqualTo(BYTES);
        }
        assertThat(store.count(Operation.LOAD)).isEqualTo(1);
    }

    @Test
    void who_waited_for_a_request_that_failed_makes_its_own() throws Exception {
        memory.overwrite(TREE_PACK, BYTES);
        CountDownLatch latch = new CountDownLatch(1);
        store.onCall(Operation.LOAD, 1, new Fault.Hold(latch));
        Running<byte[]> first = Running.start(() -> caching.load(TREE_PACK));
        first.awaitWaiting();
        Running<byte[]> second = Running.start(() -> caching.load(TREE_PACK));
        second.awaitWaiting();
        first.thread().interrupt();

        assertThat(second.task().get()).isEqualTo(BYTES);
        assertThatThrownBy(() -> first.task().get()).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void an_evicted_file_is_fetched_anew() throws IOException {
        memory.overwrite(TREE_PACK, BYTES);
        caching.load(TREE_PACK);
        Files.write(cached(TREE_PACK), new byte[1000]);
        assertThat(caching.load(TREE_PACK)).isEqualTo(new byte[1000]);

        caching.evict(TREE_PACK);

        assertThat(caching.load(TREE_PACK)).isEqualTo(BYTES);
        assertThat(cached(TREE_PACK)).hasBinaryContent(BYTES);
    }

    @Test
    void a_copy_that_was_cut_off_is_dropped_and_fetched_anew() throws IOException {
        memory.overwrite(TREE_PACK, BYTES);
        Files.createDirectories(cached(TREE_PACK).getParent());
        Files.write(cached(TREE_PACK), new byte[5]);
        assertThat(caching.load(TREE_PACK)).isEqualTo(BYTES);

        Files.write(cached(TREE_PACK), Arrays.copyOf(BYTES, 500));
        byte[] buffer = new byte[10];
        caching.load(TREE_PACK, 600, buffer, 0, 10);

        assertThat(buffer).isEqualTo(Arrays.copyOfRange(BYTES, 600, 610));
        assertThat(cached(TREE_PACK)).hasBinaryContent(BYTES);
    }

    @Test
    void a_listing_removes_copies_that_the_store_does_not_have_or_has_in_another_size() throws IOException {
        Handle gone = Handle.of(FileType.INDEX, "ab".repeat(32));
        Handle changed = Handle.of(FileType.INDEX, "cd".repeat(32));
        Handle same = Handle.of(FileType.INDEX, "ef".repeat(32));
        for (Handle handle : List.of(gone, changed, same)) {
            caching.save(handle, Content.of(BYTES));
        }
        memory.lose(gone);
        Files.write(cached(changed), new byte[500]);
        caching.list(FileType.INDEX, _ -> {});

        assertThat(filesInCache()).containsExactly(same.name());
    }

    @Test
    void a_removed_file_is_removed_from_the_cache() throws IOException {
        caching.save(TREE_PACK, Content.of(BYTES));
        caching.remove(Handle.of(FileType.PACK, TREE_PACK.name()));

        assertThatThrownBy(() -> caching.load(TREE_PACK)).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void a_save_that_fails_leaves_no_copy() throws IOException {
        store.onCall(Operation.SAVE, 1, new Fault.Refuse(new BackendException.Full("full", null)));

        assertThatThrownBy(() -> caching.save(TREE_PACK, Content.of(BYTES))).isInstanceOf(BackendException.Full.class);
        assertThat(filesInCache()).isEmpty();
    }

    @Test
    void a_cache_that_cannot_be_written_or_read_does_not_disturb() throws IOException {
        Path repository = folder.resolve(REPOSITORY);
        CacheFiles.deleteTree(repository);
        Files.createFile(repository);
        caching.save(TREE_PACK, Content.of(BYTES));

        assertThat(caching.load(TREE_PACK)).isEqualTo(BYTES);
        byte[] buffer = new byte[10];
        caching.load(TREE_PACK, 0, buffer, 0, 10);
        caching.list(FileType.PACK, _ -> {});
        caching.remove(TREE_PACK);
        assertThat(memory.contains(TREE_PACK)).isFalse();
    }

    @Test
    void changing_a_loaded_array_changes_nothing_for_others() throws IOException {
        memory.overwrite(TREE_PACK, BYTES);
        caching.load(TREE_PACK)[0] = 99;

        assertThat(caching.load(TREE_PACK)).isEqualTo(BYTES);
    }
}
