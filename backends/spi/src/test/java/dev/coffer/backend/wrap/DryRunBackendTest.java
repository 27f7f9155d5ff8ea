package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DryRunBackendTest {

    private static final Handle OLD = Handle.of(FileType.PACK, "ab".repeat(32));
    private static final Handle NEW = Handle.of(FileType.LOCK, "cd".repeat(32));

    @Test
    void nothing_is_changed_and_everything_can_be_read() throws IOException {
        MemoryBackend memory = new MemoryBackend();
        memory.overwrite(OLD, new byte[] {1});
        Backend dry = new DryRunBackend(memory);
        dry.save(NEW, Content.of(new byte[] {2}));
        dry.remove(OLD);

        assertThat(memory.contains(NEW)).isFalse();
        assertThat(dry.load(OLD)).containsExactly(1);
    }

    @Test
    void no_file_is_begun() throws IOException {
        LendingBackend lending = new LendingBackend(new MemoryBackend());
        assertThat(new DryRunBackend(lending).draft()).isEmpty();
        assertThat(lending.lent()).isZero();
    }
}
