package dev.coffer.backend.contract;

import static dev.coffer.backend.contract.ContractFiles.announcing;
import static dev.coffer.backend.contract.ContractFiles.bytes;
import static dev.coffer.backend.contract.ContractFiles.file;
import static dev.coffer.backend.contract.ContractFiles.list;
import static dev.coffer.backend.contract.ContractFiles.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tests that every store passes. A subclass says how to get at an empty place; each test starts with one and closes
 * it. A store that waits for what never comes is given up after a while.
 */
@Timeout(120)
public abstract class BackendContract {

    private static final int LARGE = 20 << 20;
    private static final Handle PACK = file(FileType.PACK, "pack");

    private Backend backend;

    /** A backend on a place that holds nothing, as a provider creates it. */
    protected abstract Backend create() throws IOException;

    /** Another backend on the place that {@link #create()} prepared last. */
    protected abstract Backend reopen() throws IOException;

    /** The backend of the running test. */
    public final Backend backend() {
        return backend;
    }

    @BeforeEach
    void createBackend() throws IOException {
        backend = create();
    }

    @AfterEach
    void closeBackend() throws IOException {
        backend.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_saved_file_can_be_loaded(FileType type) throws IOException {
        Handle file = file(type, "a");
        backend.save(file, Content.of(bytes(1000)));

        assertThat(backend.load(file)).isEqualTo(bytes(1000));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_loaded_is_the_callers(FileType type) throws IOException {
        Handle file = file(type, "a");
        backend.save(file, Content.of(bytes(1000)));
        Arrays.fill(backend.load(file), (byte) 1);

        assertThat(backend.load(file)).isEqualTo(bytes(1000));
    }

    @ParameterizedTest
    @EnumSource
    void a_saved_file_has_its_name_and_size(FileType type) throws IOException {
        Handle file = file(type, "a");
        backend.save(file, Content.of(bytes(1000)));

        assertThat(backend.stat(file)).isEqualTo(new FileInfo(file.name(), 1000));
    }

    @ParameterizedTest
    @EnumSource
    void a_removed_file_is_missing(FileType type) throws IOException {
        Handle file = file(type, "a");
        backend.save(file, Content.of(bytes(10)));
        backend.remove(file);

        assertThatThrownBy(() -> backend.stat(file)).isInstanceOf(BackendException.Missing.class);
        assertThatThrownBy(() -> backend.load(file)).isInstanceOf(BackendException.Missing.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIG")
    void a_listing_names_the_files_of_its_type_with_their_sizes(FileType type) throws IOException {
        for (FileType each : FileType.values()) {
            backend.save(file(each, "a"), Content.of(bytes(10)));
        }
        backend.save(file(type, "b"), Content.of(bytes(20)));

        assertThat(list(backend, type))
                .containsExactlyInAnyOrder(new FileInfo(name("a"), 10), new FileInfo(name("b"), 20));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIG")
    void a_removed_file_is_not_listed(FileType type) throws IOException {
        backend.save(file(type, "a"), Content.of(bytes(10)));
        backend.save(file(type, "b"), Content.of(bytes(10)));
        backend.remove(file(type, "a"));

        assertThat(list(backend, type)).containsExactly(new FileInfo(name("b"), 10));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIG")
    void an_empty_store_lists_nothing(FileType type) throws IOException {
        assertThat(list(backend, type)).isEmpty();
    }

    @Test
    void a_listing_of_1100_files_is_complete_and_without_repetition() throws Exception {
        List<String> names =
                IntStream.range(0, 1100).mapToObj(i -> name("file " + i)).toList();
        inParallel(names, each -> backend.save(Handle.of(FileType.SNAPSHOT, each), Content.of(new byte[] {1})));

        assertThat(list(backend, FileType.SNAPSHOT).stream().map(FileInfo::name))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "0,1", "0,999", "1,999", "999,1", "500,250", "0,0", "500,0", "1000,0"})
    void a_range_is_loaded_into_its_place_in_the_buffer(int position, int length) throws IOException {
        byte[] content = bytes(1000);
        backend.save(PACK, Content.of(content));
        byte[] buffer = bytes(1500);
        byte[] expected = buffer.clone();
        System.arraycopy(content, position, expected, 300, length);

        backend.load(PACK, position, buffer, 300, length);

        assertThat(buffer).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,1001", "1000,1", "999,2", "1001,1", "5000,10"})
    void a_range_beyond_the_end_is_truncated(int position, int length) throws IOException {
        backend.save(PACK, Content.of(bytes(1000)));

        assertThatThrownBy(() -> backend.load(PACK, position, new byte[2000], 0, length))
                .isInstanceOf(BackendException.Truncated.class)
                .hasMessageContaining(PACK.name());
    }

    @Test
    void a_range_that_does_not_fit_into_the_buffer_is_a_mistake_of_the_caller() throws IOException {
        backend.save(PACK, Content.of(bytes(1000)));

        assertThatThrownBy(() -> backend.load(PACK, 0, new byte[10], 5, 6))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_was_never_saved_is_missing(FileType type) {
        Handle file = file(type, "never");

        assertThatThrownBy(() -> backend.load(file))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining(file.name());
        assertThatThrownBy(() -> backend.load(file, 0, new byte[10], 0, 10))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining(file.name());
        assertThatThrownBy(() -> backend.stat(file))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining(file.name());
    }

    @Test
    void removing_a_missing_file_fails_as_missing_if_at_all() {
        Throwable failure = catchThrowable(() -> backend.remove(PACK));

        if (failure != null) {
            assertThat(failure).isInstanceOf(BackendException.Missing.class);
        }
    }

    @Test
    void an_empty_file_can_be_stored() throws IOException {
        backend.save(PACK, Content.of(new byte[0]));

        assertThat(backend.load(PACK)).isEmpty();
        assertThat(list(backend, FileType.PACK)).containsExactly(new FileInfo(PACK.name(), 0));
        assertThatCode(() -> backend.load(PACK, 0, new byte[0], 0, 0)).doesNotThrowAnyException();
    }

    @Test
    void a_large_file_can_be_stored() throws IOException {
        byte[] content = bytes(LARGE);
        backend.save(PACK, Content.of(content));
        byte[] tail = new byte[1000];
        backend.load(PACK, LARGE - 1000, tail, 0, 1000);

        assertThat(backend.load(PACK)).isEqualTo(content);
        assertThat(tail).isEqualTo(Arrays.copyOfRange(content, LARGE - 1000, LARGE));
    }

    @Test
    void content_in_several_segments_is_stored_as_one_file() throws IOException {
        List<ByteBuffer> segments = Stream.of(new byte[] {1, 2}, new byte[0], new byte[] {3}, new byte[] {4, 5})
                .map(ByteBuffer::wrap)
                .toList();
        backend.save(PACK, Content.of(segments));

        assertThat(backend.load(PACK)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_tree_pack_is_the_same_file_as_the_pack_of_that_name() throws IOException {
        backend.save(Handle.treePack(PACK.name()), Content.of(bytes(10)));

        assertThat(backend.load(PACK)).isEqualTo(bytes(10));
    }

    @Test
    void a_file_can_be_replaced_by_a_shorter_one() throws IOException {
        backend.save(Handle.CONFIG, Content.of(bytes(100)));
        if (!backend.properties().atomicReplace()) {
            backend.remove(Handle.CONFIG);
        }
        backend.save(Handle.CONFIG, Content.of(bytes(50)));

        assertThat(backend.load(Handle.CONFIG)).isEqualTo(bytes(50));
    }

    @ParameterizedTest
    @CsvSource({"999", "1001", "0", "500000"})
    void content_of_another_length_than_announced_is_refused_and_leaves_nothing(long announced) throws Exception {
        assertThatThrownBy(() -> backend.save(PACK, announcing(announced, bytes(1000))))
                .isInstanceOf(IOException.class);

        awaitNoPacks();
    }

    /**
     * A server may notice a moment later that an upload has broken off, and take away what it has of it. Nobody asks for the
     * file itself: rclone would remember it for ever.
     */
    private void awaitNoPacks() throws IOException, InterruptedException {
        while (!list(backend, FileType.PACK).isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Test
    void many_threads_can_use_the_store_at_once() throws Exception {
        List<Integer> sizes = IntStream.range(1, 65).boxed().toList();
        inParallel(sizes, size -> {
            Handle file = file(FileType.PACK, "pack " + size);
            backend.save(file, Content.of(bytes(size * 1000)));
            byte[] half = new byte[size * 500];
            backend.load(file, size * 500, half, 0, half.length);
            assertThat(half).isEqualTo(Arrays.copyOfRange(bytes(size * 1000), size * 500, size * 1000));
            assertThat(backend.load(file)).isEqualTo(bytes(size * 1000));
        });

        assertThat(list(backend, FileType.PACK)).hasSize(64);
    }

    @Test
    void files_are_still_there_after_reopening() throws IOException {
        backend.save(Handle.CONFIG, Content.of(bytes(100)));
        backend.save(PACK, Content.of(bytes(200)));
        backend.close();

        backend = reopen();

        assertThat(backend.load(Handle.CONFIG)).isEqualTo(bytes(100));
        assertThat(backend.load(PACK)).isEqualTo(bytes(200));
        assertThat(list(backend, FileType.PACK)).containsExactly(new FileInfo(PACK.name(), 200));
    }

    @Test
    void closing_twice_is_harmless() throws IOException {
        backend.close();

        assertThatCode(backend::close).doesNotThrowAnyException();
    }

    @Test
    void an_interrupted_thread_gets_no_answer_and_stays_interrupted() throws IOException {
        backend.save(PACK, Content.of(bytes(10)));

        assertInterrupted(() -> backend.load(PACK));
        assertInterrupted(() -> backend.load(PACK, 0, new byte[10], 0, 10));
        assertInterrupted(() -> backend.stat(PACK));
        assertInterrupted(() -> list(backend, FileType.PACK));
        assertInterrupted(() -> backend.save(PACK, Content.of(bytes(20))));
        assertInterrupted(() -> backend.remove(PACK));
        assertThat(backend.load(PACK)).isEqualTo(bytes(10));
    }

    @Test
    void a_save_that_is_interrupted_leaves_nothing() throws Exception {
        Thread caller = Thread.currentThread();
        byte[] content = bytes(LARGE);
        AtomicBoolean interrupted = new AtomicBoolean();
        Content interrupting = ContractFiles.content(LARGE, () -> new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (pos > LARGE / 2 && !interrupted.getAndSet(true)) {
                    caller.interrupt();
                }
                return super.read(buffer, offset, Math.min(length, 65536));
            }
        });

        assertThatThrownBy(() -> backend.save(PACK, interrupting)).isInstanceOf(InterruptedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        awaitNoPacks();
    }

    @Test
    void the_store_says_where_it_is_and_how_many_requests_it_likes() {
        assertThat(backend.location()).isNotBlank();
        assertThat(backend.properties().connections()).isPositive();
    }

    private interface Action<T> {
        void run(T item) throws Exception;
    }

    private static void assertInterrupted(ThrowingCallable call) {
        Thread.currentThread().interrupt();
        Throwable failure = catchThrowable(call);
        boolean interrupted = Thread.interrupted();
        assertThat(failure).isInstanceOf(InterruptedIOException.class);
        assertThat(interrupted).isTrue();
    }

    private static <T> void inParallel(List<T> items, Action<T> action) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Future<?>> results = new ArrayList<>();
            for (T item : items) {
                results.add(executor.submit(() -> {
                    action.run(item);
                    return item;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        }
    }
}
