package dev.coffer.backend.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FaultyBackendTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));

    private final IOException failure = new IOException("as ordered");
    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend faulty = new FaultyBackend(memory);

    @Test
    void only_the_chosen_call_fails() throws IOException {
        faulty.onCall(Operation.SAVE, 2, new Fault.Refuse(failure));

        faulty.save(PACK, Content.of(new byte[] {1}));
        assertThatThrownBy(() -> faulty.save(PACK, Content.of(new byte[] {2}))).isSameAs(failure);
        assertThat(memory.bytes(PACK)).containsExactly(1);
        faulty.save(PACK, Content.of(new byte[] {3}));
        assertThat(memory.bytes(PACK)).containsExactly(3);
    }

    @Test
    void a_lost_answer_has_its_effect() {
        faulty.fromCall(Operation.SAVE, 1, new Fault.LoseAnswer(failure));

        assertThatThrownBy(() -> faulty.save(PACK, Content.of(new byte[] {1}))).isSameAs(failure);
        assertThat(memory.bytes(PACK)).containsExactly(1);
    }

    @Test
    void a_torn_save_leaves_the_first_bytes() {
        faulty.onCall(Operation.SAVE, 1, new Fault.Tear(2, failure));

        assertThatThrownBy(() -> faulty.save(PACK, Content.of(new byte[] {1, 2, 3})))
                .isSameAs(failure);
        assertThat(memory.bytes(PACK)).containsExactly(1, 2);
    }

    @Test
    void a_corrupt_load_differs_in_its_last_byte() throws IOException {
        memory.overwrite(PACK, new byte[] {1, 2, 4});
        faulty.onCall(Operation.LOAD, 1, new Fault.Corrupt()).onCall(Operation.LOAD, 2, new Fault.Corrupt());
        byte[] buffer = new byte[3];
        faulty.load(PACK, 0, buffer, 1, 2);

        assertThat(buffer).containsExactly(0, 1, 3);
        assertThat(faulty.load(PACK)).containsExactly(1, 2, 5);
        assertThat(faulty.load(PACK)).containsExactly(1, 2, 4);
    }

    @Test
    void a_stale_listing_knows_of_no_change_through_this_store() throws IOException {
        Handle other = Handle.of(FileType.PACK, "cd".repeat(32));
        memory.overwrite(PACK, new byte[] {1, 2});
        faulty.fromCall(Operation.LIST, 1, new Fault.Stale());
        faulty.remove(PACK);
        faulty.save(other, Content.of(new byte[] {3}));
        List<FileInfo> listed = new ArrayList<>();
        faulty.list(FileType.PACK, listed::add);

        assertThat(listed).containsExactly(new FileInfo(PACK.name(), 2));
        assertThat(memory.names(FileType.PACK)).containsExactly(other.name());
    }

    @Test
    void a_held_request_waits_for_the_test() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        memory.overwrite(PACK, new byte[] {1});
        faulty.when(call -> call.operation() == Operation.LOAD, new Fault.Hold(latch));
        CompletableFuture<byte[]> loaded = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                loaded.complete(faulty.load(PACK));
            } catch (IOException e) {
                loaded.completeExceptionally(e);
            }
        });
        while (faulty.count(Operation.LOAD) == 0) {
            Thread.onSpinWait();
        }
        memory.overwrite(PACK, new byte[] {2});
        latch.countDown();

        assertThat(loaded.get()).containsExactly(2);
    }

    @Test
    void after_recovery_everything_works_and_the_calls_are_remembered() throws IOException {
        faulty.fromCall(Operation.STAT, 1, new Fault.Refuse(failure));
        assertThatThrownBy(() -> faulty.stat(PACK)).isSameAs(failure);
        faulty.recover();
        memory.overwrite(PACK, new byte[] {1});

        assertThat(faulty.stat(PACK).size()).isEqualTo(1);
        assertThat(faulty.calls()).extracting(FaultyBackend.Call::number).containsExactly(1, 2);
    }
}
