package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionLimitedBackendTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));
    private static final Handle LOCK = Handle.of(FileType.LOCK, "cd".repeat(32));

    private final CountDownLatch latch = new CountDownLatch(1);
    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend faulty =
            new FaultyBackend(memory).when(call -> call.operation() == Operation.LOAD, new Fault.Hold(latch));
    private final Backend limited = new ConnectionLimitedBackend(faulty);

    private List<Running<byte[]>> holdBothConnections() {
        memory.overwrite(PACK, new byte[] {1});
        List<Running<byte[]>> loads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            loads.add(Running.start(() -> limited.load(PACK)));
        }
        while (faulty.count(Operation.LOAD) < 2) {
            Thread.onSpinWait();
        }
        return loads;
    }

    @Test
    void a_further_request_waits_until_a_connection_is_free() throws Exception {
        List<Running<byte[]>> loads = holdBothConnections();
        Running<Long> third = Running.start(() -> limited.stat(PACK).size());
        third.awaitWaiting();
        assertThat(faulty.count(Operation.STAT)).isZero();

        latch.countDown();

        assertThat(third.task().get()).isEqualTo(1);
        for (Running<byte[]> load : loads) {
            assertThat(load.task().get()).containsExactly(1);
        }
    }

    @Test
    void lock_files_do_not_wait() throws IOException {
        holdBothConnections();
        limited.save(LOCK, Content.of(new byte[] {1}));
        limited.stat(LOCK);
        limited.list(FileType.LOCK, _ -> {});
        limited.remove(LOCK);
        latch.countDown();

        assertThat(memory.contains(LOCK)).isFalse();
    }

    @Test
    void an_interruption_ends_the_wait() {
        holdBothConnections();
        Running<Long> third = Running.start(() -> limited.stat(PACK).size());
        third.awaitWaiting();
        third.thread().interrupt();

        assertThatThrownBy(() -> third.task().get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedIOException.class);
        latch.countDown();
    }

    @Test
    void a_failed_request_gives_its_connection_back() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> limited.stat(PACK)).isInstanceOf(IOException.class);
        }
        memory.overwrite(PACK, new byte[] {1});

        assertThat(limited.stat(PACK).size()).isEqualTo(1);
    }

    @Test
    void who_receives_a_listing_may_make_requests() throws IOException {
        latch.countDown();
        for (int i = 0; i < 3; i++) {
            memory.overwrite(Handle.of(FileType.PACK, ("0" + i).repeat(32)), new byte[] {1});
        }
        List<Thread> nested = new ArrayList<>();
        limited.list(FileType.PACK, file -> {
            nested.add(Thread.currentThread());
            int free = memory.properties().connections();
            List<Running<byte[]>> loads = new ArrayList<>();
            for (int i = 0; i < free; i++) {
                loads.add(Running.start(() -> limited.load(Handle.of(FileType.PACK, file.name()))));
            }
            loads.forEach(load -> assertThat(load.task()).succeedsWithin(Duration.ofSeconds(30)));
        });

        assertThat(nested).hasSize(3);
    }
}
