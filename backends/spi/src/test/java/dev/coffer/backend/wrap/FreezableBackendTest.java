package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FreezableBackendTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));
    private static final Handle LOCK = Handle.of(FileType.LOCK, "cd".repeat(32));

    private final MemoryBackend memory = new MemoryBackend();
    private final FreezableBackend freezable = new FreezableBackend(memory);

    private Running<Boolean> waitingSave() {
        Running<Boolean> save = Running.start(() -> {
            freezable.save(PACK, Content.of(new byte[] {1}));
            return true;
        });
        save.awaitWaiting();
        return save;
    }

    @Test
    void a_frozen_store_lets_nothing_through_until_it_thaws() throws Exception {
        freezable.freeze();
        Running<Boolean> save = waitingSave();
        assertThat(memory.contains(PACK)).isFalse();

        freezable.thaw();

        assertThat(save.task().get()).isTrue();
        assertThat(memory.contains(PACK)).isTrue();
    }

    @Test
    void lock_files_can_be_reached_while_it_is_frozen() throws IOException {
        freezable.freeze();
        freezable.save(LOCK, Content.of(new byte[] {1}));

        assertThat(freezable.load(LOCK)).containsExactly(1);
    }

    @Test
    void a_lost_lock_ends_waiting_and_future_requests_for_good() {
        IOException reason = new IOException("lock lost");
        freezable.freeze();
        Running<Boolean> save = waitingSave();

        freezable.fail(reason);
        freezable.thaw();

        assertThatThrownBy(() -> save.task().get()).hasCause(reason);
        assertThatThrownBy(() -> freezable.load(PACK)).isSameAs(reason);
        assertThat(memory.contains(PACK)).isFalse();
    }
}
