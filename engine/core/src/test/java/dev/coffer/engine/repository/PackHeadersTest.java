package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.MemoryDraft;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import dev.coffer.engine.pack.SealedBlob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackHeadersTest {

    private static final int BLOB_BYTES = 100;

    private final MemoryBackend backend = new MemoryBackend();
    private final Crypto crypto = new Crypto(MasterKey.random());
    private final PackHeaders headers = new PackHeaders(backend, crypto);
    private final BufferPool buffers = new BufferPool(0);
    private FinishedPack pack;
    private byte[] file;

    @BeforeEach
    void store() throws IOException {
        PackWriter writer = new PackWriter(new MemoryDraft(buffers));
        writer.add(new SealedBlob(BlobHandle.data(ObjectId.of(new byte[1])), buffers.take(BLOB_BYTES), 0));
        pack = writer.finish(crypto);
        backend.save(handle(), pack.content());
        file = backend.bytes(handle());
    }

    @Test
    void a_header_can_be_read_from_the_store() throws Exception {
        assertThat(headers.load(pack.id(), file.length)).isEqualTo(pack.blobs());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 20, 73, 74, 100})
    void a_header_can_be_read_from_the_end_of_the_file_however_much_of_it_is_there(int length) throws Exception {
        byte[] tail = Arrays.copyOfRange(file, file.length - Math.min(length, file.length), file.length);
        assertThat(headers.parse(pack.id(), tail, tail.length, file.length)).isEqualTo(pack.blobs());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 68, 70, 1000, (16 << 20) + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void an_impossible_length_is_damage(int length) {
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, length);
        backend.overwrite(handle(), file);
        requireDamage();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 35, 36})
    void a_file_too_short_for_a_header_is_damage(int length) {
        file = new byte[length];
        backend.overwrite(handle(), file);
        requireDamage();
    }

    @Test
    void blobs_that_reach_into_the_header_are_damage() {
        byte[] shorter = new byte[file.length - 1];
        System.arraycopy(file, 1, shorter, 0, shorter.length);
        file = shorter;
        backend.overwrite(handle(), file);
        requireDamage();
    }

    private void requireDamage() {
        assertThatThrownBy(() -> headers.load(pack.id(), file.length))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(pack.id().toString());
        assertThatThrownBy(() -> headers.parse(pack.id(), file, file.length, file.length))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(pack.id().toString());
    }

    private Handle handle() {
        return Handle.of(FileType.PACK, pack.id().toString());
    }
}
