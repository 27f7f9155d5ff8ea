package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.wrap.RetryPolicy;
import dev.coffer.backend.wrap.RetryingBackend;
import dev.coffer.backend.wrap.Ticker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between a store and its server. */
class SftpFaultsTest {

    private static final int LARGE = 8 << 20;
    private static final byte[] BYTES = ContractFiles.bytes(LARGE);
    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    @TempDir
    private Path folder;

    private SshServer server;
    private Backend backend;

    @BeforeEach
    void start() throws Exception {
        server = SshServer.start(Files.createDirectory(folder.resolve("server")));
        backend = create(Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        backend.close();
        server.close();
    }

    private Backend create(Map<String, String> options) throws IOException {
        return new SftpProvider().create(server.location(folder.resolve("r")), server.options(options));
    }

    /** Content in the middle of which something happens, once. */
    private record Eventful(Runnable event, AtomicInteger times) implements Content {

        Eventful(Runnable event) {
            this(event, new AtomicInteger());
        }

        @Override
        public long length() {
            return LARGE;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(BYTES) {
                @Override
                public synchronized int read(byte[] buffer, int offset, int length) {
                    if (pos > LARGE / 2 && times.getAndIncrement() == 0) {
                        event.run();
                    }
                    return super.read(buffer, offset, length);
                }
            };
        }
    }

    @Test
    void a_connection_lost_in_the_middle_of_a_file_may_be_worth_another_attempt() {
        assertThatThrownBy(() -> backend.save(PACK, new Eventful(server::cutConnections)))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining(PACK.toString());
    }

    @Test
    void the_next_attempt_has_a_new_connection_and_takes_the_half_written_file_away() throws IOException {
        AtomicInteger failures = new AtomicInteger();
        RetryPolicy quick = new RetryPolicy(
                Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        Backend patient = new RetryingBackend(
                backend, quick, (_, _, _) -> failures.incrementAndGet(), Ticker.system(), RandomGenerator.getDefault());

        patient.save(PACK, new Eventful(server::cutConnections));

        assertThat(failures).hasValue(1);
        assertThat(patient.load(PACK)).isEqualTo(BYTES);
        assertThat(names()).containsExactly(PACK.name());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve("r/data/" + PACK.name().substring(0, 2)))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void an_idle_connection_that_was_lost_is_replaced() throws Exception {
        backend.save(PACK, Content.of(BYTES));
        server.restart();

        assertThat(Patience.eventually(() -> backend.load(PACK))).isEqualTo(BYTES);
    }

    @Test
    void a_server_that_is_gone_may_come_back() throws Exception {
        server.stop();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 500; i++) {
                        backend.stat(PACK);
                    }
                })
                .isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void a_server_that_stands_still_is_given_up() throws Exception {
        try (Backend hasty = create(Map.of("http.stuck-request-timeout", "300"))) {
            hasty.save(PACK, Content.of(BYTES));
            server.freeze();
            try {
                assertThatThrownBy(() -> hasty.load(PACK))
                        .isInstanceOf(BackendException.Transient.class)
                        .hasMessageContaining("no byte has moved");
            } finally {
                server.resume();
            }
            assertThat(hasty.load(PACK)).isEqualTo(BYTES);
        }
    }

    @Test
    void a_server_that_stands_still_in_the_middle_of_a_file_is_given_up() throws Exception {
        try (Backend hasty = create(Map.of("http.stuck-request-timeout", "300"))) {
            try {
                assertThatThrownBy(() -> hasty.save(PACK, new Eventful(this::freeze)))
                        .isInstanceOf(BackendException.Transient.class)
                        .hasMessageContaining("no byte has moved");
            } finally {
                server.resume();
            }
        }
    }

    private void freeze() {
        try {
            server.freeze();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_thread_that_waits_for_a_server_which_stands_still_can_be_interrupted() throws Exception {
        backend.save(PACK, Content.of(BYTES));
        server.freeze();
        try {
            FutureTask<byte[]> load = new FutureTask<>(() -> backend.load(PACK));
            Thread thread = Thread.ofPlatform().start(load);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            thread.interrupt();

            assertThatThrownBy(load::get).hasCauseInstanceOf(InterruptedIOException.class);
        } finally {
            server.resume();
        }
    }

    @Test
    void several_large_files_at_once_are_all_stored() throws Exception {
        try (var executor = Executors.newFixedThreadPool(5)) {
            List<Future<Handle>> saves = IntStream.range(0, 15)
                    .mapToObj(i -> ContractFiles.file(FileType.PACK, "pack " + i))
                    .map(pack -> executor.submit(() -> {
                        backend.save(pack, Content.of(BYTES));
                        return pack;
                    }))
                    .toList();
            for (Future<Handle> save : saves) {
                assertThat(backend.load(save.get())).isEqualTo(BYTES);
            }
        }
    }

    @Test
    void a_server_that_wants_only_one_stream_gets_one() throws Exception {
        server.close();
        try (SshServer frugal = SshServer.start(Files.createDirectory(folder.resolve("frugal")), "MaxSessions 1");
                Backend store = new SftpProvider().create(frugal.location(folder.resolve("f")), frugal.options());
                var executor = Executors.newFixedThreadPool(5)) {
            List<Future<Handle>> saves = IntStream.range(0, 10)
                    .mapToObj(i -> ContractFiles.file(FileType.PACK, "pack " + i))
                    .map(pack -> executor.submit(() -> {
                        store.save(pack, Content.of(BYTES));
                        return pack;
                    }))
                    .toList();
            for (Future<Handle> save : saves) {
                assertThat(store.stat(save.get()).size()).isEqualTo(LARGE);
            }
        }
    }
}
