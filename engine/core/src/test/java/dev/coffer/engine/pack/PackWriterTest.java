package dev.coffer.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Draft;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.Buffer;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackWriterTest {

    private final Crypto crypto = new Crypto(MasterKey.random());
    private final BufferPool buffers = new BufferPool(8 << 20);
    private final PackWriter writer = new PackWriter(new MemoryDraft(buffers));

    @Test
    void blobs_stand_one_behind_the_other() throws Exception {
        writer.add(data(1, 40));
        writer.add(tree(2, 50));
        byte[] file = bytes(writer.finish(crypto));
        assertThat(Arrays.copyOf(file, 40)).containsOnly(1);
        assertThat(Arrays.copyOfRange(file, 40, 90)).containsOnly(2);
    }

    @Test
    void short_blobs_and_long_ones_stay_in_order() throws Exception {
        int[] lengths = {40, 60_000, 10_000, 200_000, 50, 70_000, 60};
        for (int i = 0; i < lengths.length; i++) {
            writer.add(data(i, lengths[i]));
        }
        FinishedPack pack = writer.finish(crypto);
        byte[] file = bytes(pack);
        for (int i = 0; i < lengths.length; i++) {
            PackedBlob blob = pack.blobs().get(i);
            assertThat(Arrays.copyOfRange(file, (int) blob.offset(), (int) blob.end()))
                    .hasSize(lengths[i])
                    .containsOnly(i);
        }
        assertThat(pack.id()).isEqualTo(ObjectId.of(file));
    }

    @Test
    void many_short_blobs_are_written_at_once() throws Exception {
        LendingBackend store = new LendingBackend(new MemoryBackend());
        PackWriter counted = new PackWriter(store.draft().orElseThrow());
        for (int i = 0; i < 1000; i++) {
            counted.add(data(1, 40));
        }
        counted.finish(crypto);
        assertThat(store.writes()).isLessThan(10);
    }

    @Test
    void the_header_lists_what_the_pack_holds() throws Exception {
        SealedBlob data = data(1, 40);
        SealedBlob tree = tree(2, 50);
        writer.add(data);
        writer.add(tree);
        FinishedPack pack = writer.finish(crypto);
        byte[] file = bytes(pack);
        int lengthAt = file.length - PackHeader.LENGTH_FIELD;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(lengthAt);
        byte[] header = crypto.open(Arrays.copyOfRange(file, lengthAt - length, lengthAt));
        assertThat(PackHeader.decode(pack.id(), header))
                .isEqualTo(pack.blobs())
                .containsExactly(new PackedBlob(data.handle(), 0, 40, 0), new PackedBlob(tree.handle(), 40, 50, 1000));
    }

    @Test
    void the_name_is_the_hash_of_the_file() throws Exception {
        writer.add(data(1, 40));
        FinishedPack pack = writer.finish(crypto);
        assertThat(pack.id()).isEqualTo(ObjectId.of(bytes(pack)));
    }

    @Test
    void memory_that_is_longer_than_needed_leaves_no_gaps() throws Exception {
        buffers.take(3 << 19).close();
        writer.add(data(1, 3 << 20));
        FinishedPack pack = writer.finish(crypto);
        assertThat(pack.id()).isEqualTo(ObjectId.of(bytes(pack)));
    }

    @Test
    void the_size_of_the_file_follows_from_its_blobs() throws Exception {
        writer.add(data(1, 40));
        writer.add(tree(2, 50));
        FinishedPack pack = writer.finish(crypto);
        assertThat(pack.content().length()).isEqualTo(PackHeader.packSize(pack.blobs()));
    }

    @Test
    void the_blobs_of_another_pack_come_behind_the_own_ones() throws Exception {
        SealedBlob own = data(1, 40);
        SealedBlob others = tree(2, 50);
        PackWriter other = new PackWriter(new MemoryDraft(buffers));
        writer.add(own);
        other.add(others);
        writer.addAll(other);
        FinishedPack pack = writer.finish(crypto);
        assertThat(pack.blobs())
                .containsExactly(new PackedBlob(own.handle(), 0, 40, 0), new PackedBlob(others.handle(), 40, 50, 1000));
        assertThat(pack.id()).isEqualTo(ObjectId.of(bytes(pack)));
    }

    @Test
    void a_pack_that_was_damaged_before_it_is_moved_is_noticed() throws Exception {
        PackWriter other = new PackWriter(new ForgetfulDraft(new MemoryDraft(buffers)));
        writer.add(data(1, 40));
        other.add(tree(2, 50));
        assertThatThrownBy(() -> writer.addAll(other)).isInstanceOf(CorruptData.class);
    }

    /** Gives zeros instead of what was written. */
    private record ForgetfulDraft(Draft draft) implements Draft {

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            draft.write(bytes, offset, count);
        }

        @Override
        public long length() {
            return draft.length();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(new byte[(int) draft.length()]);
        }

        @Override
        public void close() {
            draft.close();
        }
    }

    @Test
    void packs_with_too_many_blobs_are_not_put_together() throws Exception {
        SealedBlob tiny = data(1, 33);
        PackWriter other = new PackWriter(new MemoryDraft(buffers));
        for (int i = 0; i < PackWriter.MAX_BLOBS - 1; i++) {
            writer.add(tiny);
        }
        other.add(tiny);
        assertThat(writer.hasRoomFor(other)).isTrue();
        other.add(tiny);
        assertThat(writer.hasRoomFor(other)).isFalse();
    }

    @Test
    void a_full_pack_has_a_header_that_readers_accept() throws Exception {
        SealedBlob tiny = data(1, 33);
        int blobs = 0;
        while (!writer.isFull()) {
            writer.add(tiny);
            blobs++;
        }
        assertThat(blobs).isBetween(10_000, PackHeader.MAX_ENTRIES);
    }

    @Test
    void a_pack_in_a_file_is_as_one_in_memory() throws Exception {
        LendingBackend store = new LendingBackend(new MemoryBackend());
        PackWriter first = new PackWriter(store.draft().orElseThrow());
        PackWriter second = new PackWriter(store.draft().orElseThrow());
        SealedBlob data = data(1, 300_000);
        SealedBlob tree = tree(2, 50);
        first.add(data);
        second.add(tree);
        first.addAll(second);
        writer.add(data);
        writer.add(tree);
        FinishedPack inFile = first.finish(crypto);
        FinishedPack inMemory = writer.finish(crypto);
        assertThat(inFile.id()).isEqualTo(ObjectId.of(bytes(inFile)));
        assertThat(inFile.blobs()).isEqualTo(inMemory.blobs());
        assertThat(Arrays.copyOf(bytes(inFile), 300_050)).isEqualTo(Arrays.copyOf(bytes(inMemory), 300_050));
    }

    @Test
    void a_pack_that_was_added_to_another_keeps_no_file() throws Exception {
        LendingBackend store = new LendingBackend(new MemoryBackend());
        PackWriter other = new PackWriter(store.draft().orElseThrow());
        other.add(data(1, 40));
        writer.addAll(other);
        assertThat(store.open()).isZero();
    }

    private SealedBlob data(int content, int length) {
        return new SealedBlob(BlobHandle.data(id(content)), filled(content, length), 0);
    }

    private SealedBlob tree(int content, int length) {
        return new SealedBlob(BlobHandle.tree(id(content)), filled(content, length), 1000);
    }

    private static ObjectId id(int content) {
        return ObjectId.of(new byte[] {(byte) content});
    }

    private Buffer filled(int content, int length) {
        Buffer filled = buffers.take(length);
        Arrays.fill(filled.bytes(), (byte) content);
        return filled;
    }

    private static byte[] bytes(FinishedPack pack) throws IOException {
        try (InputStream stream = pack.content().open()) {
            return stream.readAllBytes();
        }
    }
}
