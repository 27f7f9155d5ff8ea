package dev.coffer.engine.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {

    private static final byte[] DOCUMENT = "{\"a\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"}".getBytes(UTF_8);

    private final MemoryBackend memory = new MemoryBackend();
    private final FaultyBackend backend = new FaultyBackend(memory);
    private final Crypto crypto = new Crypto(MasterKey.random());

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void loads_what_it_saves(int version) throws Exception {
        ObjectId id = files(version).save(FileType.SNAPSHOT, DOCUMENT);
        assertThat(files(version).load(FileType.SNAPSHOT, id)).isEqualTo(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_long_document_is_saved_and_read_bit_by_bit(int version) throws Exception {
        byte[] noise = new byte[1_000_000];
        new Random(1).nextBytes(noise);
        byte[] whole = ("[\"" + HexFormat.of().formatHex(noise) + "\"]").getBytes(UTF_8);

        ObjectId id = files(version).save(FileType.SNAPSHOT, json -> {
            for (int at = 0; at < whole.length; at += 1000) {
                json.write(whole, at, Math.min(1000, whole.length - at));
            }
        });

        assertThat(readAll(version, id)).isEqualTo(whole);
        assertThat(files(version).load(FileType.SNAPSHOT, id)).isEqualTo(whole);
    }

    @Test
    void a_document_that_cannot_be_written_is_not_stored() {
        IOException failure = new IOException("no more ideas");
        assertThatThrownBy(() -> files(2).save(FileType.INDEX, json -> {
                    json.write(DOCUMENT);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(backend.count(Operation.SAVE)).isZero();
    }

    @Test
    void the_name_of_a_file_is_the_hash_of_its_bytes() throws Exception {
        ObjectId id = files(2).save(FileType.SNAPSHOT, DOCUMENT);
        assertThat(ObjectId.of(memory.bytes(handle(id)))).isEqualTo(id);
    }

    @Test
    void documents_of_version_1_are_stored_as_they_are() throws Exception {
        ObjectId id = files(1).save(FileType.SNAPSHOT, DOCUMENT);
        assertThat(crypto.open(memory.bytes(handle(id)))).isEqualTo(DOCUMENT);
    }

    @Test
    void documents_of_version_2_are_compressed_behind_a_marker() throws Exception {
        ObjectId id = files(2).save(FileType.SNAPSHOT, DOCUMENT);
        byte[] stored = crypto.open(memory.bytes(handle(id)));
        assertThat(stored).startsWith(2, 0x28, 0xb5, 0x2f, 0xfd).hasSizeLessThan(DOCUMENT.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "[1,2]", ""})
    void documents_of_version_2_may_be_uncompressed(String json) throws Exception {
        ObjectId id = plant(json.getBytes(UTF_8));
        assertThat(files(2).load(FileType.SNAPSHOT, id)).isEqualTo(json.getBytes(UTF_8));
    }

    @Test
    void an_unknown_marker_is_damage() throws Exception {
        ObjectId id = plant(new byte[] {3, 1, 1, 1});
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> files(2).load(FileType.SNAPSHOT, id), () -> files(2).open(FileType.SNAPSHOT, id))) {
            assertThatThrownBy(use)
                    .isInstanceOf(CorruptData.class)
                    .hasMessageContaining("snapshots/" + id)
                    .hasMessageContaining("marker");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 20})
    void a_frame_that_ends_early_is_damage(int length) throws Exception {
        ObjectId whole = files(2).save(FileType.SNAPSHOT, DOCUMENT);
        byte[] document = crypto.open(memory.bytes(handle(whole)));
        ObjectId id = plant(Arrays.copyOf(document, length));
        assertThatThrownBy(() -> files(2).load(FileType.SNAPSHOT, id)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> readAll(2, id)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31})
    void a_file_too_short_to_be_sealed_is_damage(int length) {
        byte[] bytes = new byte[length];
        ObjectId id = ObjectId.of(bytes);
        memory.overwrite(handle(id), bytes);
        assertThatThrownBy(() -> files(2).load(FileType.SNAPSHOT, id))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("snapshots/" + id);
    }

    @Test
    void a_file_that_does_not_fit_its_name_is_damage() throws Exception {
        ObjectId id = files(2).save(FileType.SNAPSHOT, DOCUMENT);
        memory.damage(handle(id), 20);
        assertThatThrownBy(() -> files(2).load(FileType.SNAPSHOT, id))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("snapshots/" + id);
    }

    @Test
    void a_file_that_is_sound_when_read_again_is_sound() throws Exception {
        ObjectId id = files(2).save(FileType.SNAPSHOT, DOCUMENT);
        backend.onCall(Operation.LOAD, 1, new Fault.Corrupt());
        assertThat(files(2).load(FileType.SNAPSHOT, id)).isEqualTo(DOCUMENT);
        assertThat(backend.count(Operation.LOAD)).isEqualTo(2);
    }

    private byte[] readAll(int version, ObjectId id) throws IOException {
        try (InputStream json = files(version).open(FileType.SNAPSHOT, id)) {
            return json.readAllBytes();
        }
    }

    private ObjectId plant(byte[] document) {
        byte[] sealed = crypto.seal(document);
        ObjectId id = ObjectId.of(sealed);
        memory.overwrite(handle(id), sealed);
        return id;
    }

    private static Handle handle(ObjectId id) {
        return Handle.of(FileType.SNAPSHOT, id.toString());
    }

    private FileStore files(int version) {
        return new FileStore(backend, crypto, new ZstdCodec(CompressionMode.AUTO), version);
    }
}
