package dev.coffer.engine.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.BlobCodec;
import dev.coffer.engine.pack.BlobCodec.Verification;
import dev.coffer.engine.pack.MemoryDraft;
import dev.coffer.engine.pack.PackWriter;
import dev.coffer.engine.pack.PackWriter.FinishedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.BlobLoader.BlobReceiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobLoaderTest {

    private static final int SMALL = 1000;
    private static final int MIB = 1 << 20;

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend backend = new FaultyBackend(memory);
    private final Crypto crypto = new Crypto(MasterKey.random());
    private final BufferPool buffers = new BufferPool(MIB);
    private final BlobCodec codec = new BlobCodec(
            buffers, crypto, new ZstdCodec(CompressionMode.AUTO), 2, CompressionMode.AUTO, Verification.BEFORE_STORING);
    private final Index index = new Index();
    private final BlobLoader loader = new BlobLoader(backend, index, codec, buffers);
    private final Random random = new Random(11);
    private final List<BlobHandle> loaded = new ArrayList<>();
    private final List<BlobHandle> failed = new ArrayList<>();

    private final BlobReceiver receiver = new BlobReceiver() {
        @Override
        public void loaded(PackedBlob blob, byte[] content, int length) {
            assertThat(ObjectId.of(content, 0, length)).isEqualTo(blob.handle().id());
            loaded.add(blob.handle());
        }

        @Override
        public void failed(PackedBlob blob, IOException reason) {
            failed.add(blob.handle());
        }
    };

    @Test
    void trees_and_data_of_one_pack_can_be_read() throws Exception {
        byte[] data = bytes(SMALL);
        byte[] tree = bytes(SMALL);
        PackWriter writer = new PackWriter(new MemoryDraft(buffers));
        writer.add(codec.seal(BlobHandle.data(ObjectId.of(data)), data, 0, SMALL));
        writer.add(codec.seal(BlobHandle.tree(ObjectId.of(tree)), tree, 0, SMALL));
        store(writer);
        assertThat(loader.load(BlobHandle.data(ObjectId.of(data)))).isEqualTo(data);
        assertThat(loader.load(BlobHandle.tree(ObjectId.of(tree)))).isEqualTo(tree);
    }

    @Test
    void the_same_content_as_tree_and_data_in_one_pack_can_be_read() throws Exception {
        byte[] content = bytes(SMALL);
        ObjectId id = ObjectId.of(content);
        PackWriter writer = new PackWriter(new MemoryDraft(buffers));
        writer.add(codec.seal(BlobHandle.data(id), content, 0, SMALL));
        writer.add(codec.seal(BlobHandle.tree(id), content, 0, SMALL));
        store(writer);
        assertThat(loader.load(BlobHandle.tree(id))).isEqualTo(loader.load(BlobHandle.data(id)));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "500000, 1", "1100000, 2"})
    void blobs_are_read_at_once_across_small_gaps(int gap, int requests) throws Exception {
        FinishedPack pack = pack(SMALL, gap, SMALL);
        List<PackedBlob> wanted = List.of(pack.blobs().get(2), pack.blobs().getFirst());
        loader.loadFromPack(pack.id(), wanted, receiver);
        assertThat(loaded).containsExactly(handle(pack, 0), handle(pack, 2));
        assertThat(backend.count(Operation.LOAD)).isEqualTo(requests);
    }

    @Test
    void one_request_asks_for_no_more_than_8_mib() throws Exception {
        FinishedPack pack = pack(3 * MIB, 3 * MIB, 3 * MIB);
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(loaded).hasSize(3);
        assertThat(backend.count(Operation.LOAD)).isEqualTo(2);
    }

    @Test
    void a_blob_larger_than_that_is_read_nevertheless() throws Exception {
        FinishedPack pack = pack(9 * MIB);
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(loaded).containsExactly(handle(pack, 0));
    }

    @Test
    void a_damaged_blob_does_not_spoil_the_others() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL, SMALL);
        memory.damage(handle(pack), (int) pack.blobs().get(1).offset() + 40);
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(loaded).containsExactly(handle(pack, 0), handle(pack, 2));
        assertThat(failed).containsExactly(handle(pack, 1));
    }

    @Test
    void a_damaged_blob_is_taken_from_another_pack() throws Exception {
        byte[] content = bytes(SMALL);
        FinishedPack pack = packOf(content);
        packOf(content);
        memory.damage(handle(pack), 40);
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(loaded).containsExactly(handle(pack, 0));
    }

    @Test
    void when_a_pack_ends_early_its_first_blobs_are_still_had() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL);
        byte[] file = memory.bytes(handle(pack));
        memory.overwrite(
                handle(pack), Arrays.copyOf(file, (int) pack.blobs().get(1).offset() + 10));
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(loaded).containsExactly(handle(pack, 0));
        assertThat(failed).containsExactly(handle(pack, 1));
    }

    @Test
    void the_blobs_of_a_pack_that_is_gone_have_failed() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL);
        memory.lose(handle(pack));
        loader.loadFromPack(pack.id(), pack.blobs(), receiver);
        assertThat(failed).hasSize(2);
    }

    @Test
    void the_failure_of_the_receiver_comes_through() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL);
        IOException full = new IOException("disk full");
        BlobReceiver refusing = new BlobReceiver() {
            @Override
            public void loaded(PackedBlob blob, byte[] content, int length) throws IOException {
                throw full;
            }

            @Override
            public void failed(PackedBlob blob, IOException reason) {
                failed.add(blob.handle());
            }
        };
        assertThatThrownBy(() -> loader.loadFromPack(pack.id(), pack.blobs(), refusing))
                .isSameAs(full);
        assertThat(failed).isEmpty();
    }

    @Test
    void a_lost_lock_is_no_matter_of_single_blobs() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL);
        RepositoryLocked lost = new RepositoryLocked("lost", null);
        backend.fromCall(Operation.LOAD, 1, new Fault.Refuse(lost));
        assertThatThrownBy(() -> loader.loadFromPack(pack.id(), pack.blobs(), receiver))
                .isSameAs(lost);
        assertThat(failed).isEmpty();
    }

    @Test
    void blobs_that_overlap_in_a_faulty_index_are_judged_one_by_one() throws Exception {
        FinishedPack pack = pack(SMALL, SMALL);
        PackedBlob inside = new PackedBlob(BlobHandle.data(ObjectId.of(bytes(3))), 10, 50, 0);
        loader.loadFromPack(pack.id(), List.of(pack.blobs().getFirst(), inside), receiver);
        assertThat(loaded).containsExactly(handle(pack, 0));
        assertThat(failed).containsExactly(inside.handle());
    }

    @ParameterizedTest
    @CsvSource({"100000, 100", "4294967295, 100", "0, 2147483647", "0, 100000000"})
    void a_place_beyond_the_end_of_a_pack_is_damage(long offset, int length) throws Exception {
        FinishedPack pack = pack(SMALL);
        PackedBlob beyond = new PackedBlob(BlobHandle.data(ObjectId.of(bytes(3))), offset, length, 0);
        index.add(pack.id(), List.of(beyond));
        assertThatThrownBy(() -> loader.load(beyond.handle()))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(pack.id().toString());
    }

    @Test
    void the_same_failure_of_all_copies_is_reported_once() throws Exception {
        byte[] content = bytes(SMALL);
        FinishedPack pack = packOf(content);
        packOf(content);
        IOException failure = new BackendException.Denied("no", null);
        backend.fromCall(Operation.LOAD, 1, new Fault.Refuse(failure));
        assertThatThrownBy(() -> loader.load(handle(pack, 0))).isSameAs(failure);
    }

    @Test
    void a_blob_that_is_sound_when_read_again_is_sound() throws Exception {
        FinishedPack pack = pack(SMALL);
        backend.onCall(Operation.LOAD, 1, new Fault.Corrupt());
        assertThat(loader.load(handle(pack, 0))).hasSize(SMALL);
    }

    private FinishedPack pack(int... lengths) throws IOException {
        byte[][] contents = new byte[lengths.length][];
        for (int i = 0; i < lengths.length; i++) {
            contents[i] = bytes(lengths[i]);
        }
        return packOf(contents);
    }

    private FinishedPack packOf(byte[]... contents) throws IOException {
        PackWriter writer = new PackWriter(new MemoryDraft(buffers));
        for (byte[] content : contents) {
            BlobHandle handle = new BlobHandle(BlobType.DATA, ObjectId.of(content));
            writer.add(codec.seal(handle, content, 0, content.length));
        }
        return store(writer);
    }

    private FinishedPack store(PackWriter writer) throws IOException {
        FinishedPack pack = writer.finish(crypto);
        memory.save(handle(pack), pack.content());
        index.add(pack.id(), pack.blobs());
        return pack;
    }

    private static Handle handle(FinishedPack pack) {
        return Handle.of(FileType.PACK, pack.id().toString());
    }

    private static BlobHandle handle(FinishedPack pack, int number) {
        return pack.blobs().get(number).handle();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
