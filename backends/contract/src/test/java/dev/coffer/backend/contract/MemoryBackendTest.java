package dev.coffer.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryBackendTest extends BackendContract {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "a");

    private MemoryBackend memory = new MemoryBackend();

    @Override
    protected Backend create() {
        memory = new MemoryBackend();
        return memory;
    }

    @Override
    protected Backend reopen() {
        return memory;
    }

    @Test
    void changing_an_array_after_the_save_does_not_change_the_file() throws IOException {
        byte[] content = {1, 2, 3};
        memory.save(PACK, Content.of(content));
        content[0] = 9;

        assertThat(memory.load(PACK)).containsExactly(1, 2, 3);
    }

    @Test
    void changing_a_loaded_array_does_not_change_the_file() throws IOException {
        memory.overwrite(PACK, new byte[] {1, 2, 3});
        memory.load(PACK)[0] = 9;

        assertThat(memory.bytes(PACK)).containsExactly(1, 2, 3);
    }

    @Test
    void damage_changes_one_byte() {
        memory.overwrite(PACK, new byte[] {1, 2, 3});
        memory.damage(PACK, 1);

        assertThat(memory.bytes(PACK)).containsExactly(1, (byte) ~2, 3);
    }

    @Test
    void a_copy_is_independent() {
        memory.overwrite(PACK, new byte[] {1});
        MemoryBackend copy = memory.copy();
        memory.lose(PACK);

        assertThat(copy.contains(PACK)).isTrue();
        assertThat(memory.names(FileType.PACK)).isEmpty();
    }
}
