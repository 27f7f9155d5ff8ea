package dev.coffer.engine.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.store.FileStore;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Index files that are sealed and named as they should be, but hold something else than an index. */
class DamagedIndexTest {

    private static final ObjectId PACK = ObjectId.parse("a".repeat(64));
    private static final String INDEX = "{\"packs\":[{\"id\":\"" + PACK + "\",\"blobs\":[{\"id\":\"" + "b".repeat(64)
            + "\",\"type\":\"data\",\"offset\":0,\"length\":38}]}]}";

    private final MemoryBackend backend = new MemoryBackend();
    private final Crypto crypto = new Crypto(MasterKey.random());
    private final ZstdCodec zstd = new ZstdCodec(CompressionMode.AUTO);
    private final Index index = new Index();
    private final IndexLoader loader = new IndexLoader(index, new FileStore(backend, crypto, zstd, 2), 2, 1);

    @Test
    void a_sound_file_is_loaded() throws Exception {
        plant(compressed(INDEX));
        loader.loadAll(ProgressListener.NONE);
        assertThat(index.containsPack(PACK)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 20})
    void a_frame_that_ends_early_is_damage_even_if_the_text_is_whole(int missing) {
        byte[] document = compressed(INDEX);
        requireDamage(Arrays.copyOf(document, document.length - missing));
    }

    @Test
    void garbage_behind_the_frame_is_damage() {
        byte[] document = compressed(INDEX);
        requireDamage(Arrays.copyOf(document, document.length + 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"packs\":[", "[]", "{\"packs\":{}}"})
    void a_text_that_is_no_index_is_damage(String text) {
        requireDamage(compressed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}"})
    void text_behind_the_index_is_damage(String more) {
        requireDamage(compressed(INDEX + more));
    }

    @Test
    void more_space_than_fits_into_memory_is_damage() throws Exception {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.write(2);
        try (OutputStream text = zstd.compressing(document)) {
            text.write('{');
            byte[] spaces = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 1 << 10; i++) {
                text.write(spaces);
            }
        }
        requireDamage(document.toByteArray());
    }

    private void requireDamage(byte[] document) {
        ObjectId id = plant(document);
        assertThatThrownBy(() -> loader.loadAll(ProgressListener.NONE))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining("Index file " + id + " is damaged")
                .hasMessageContaining("coffer check");
        assertThat(index.containsPack(PACK)).isFalse();
    }

    private byte[] compressed(String text) {
        byte[] frame = zstd.compress(text.getBytes(UTF_8));
        byte[] document = new byte[1 + frame.length];
        document[0] = 2;
        System.arraycopy(frame, 0, document, 1, frame.length);
        return document;
    }

    private ObjectId plant(byte[] document) {
        byte[] sealed = crypto.seal(document);
        ObjectId id = ObjectId.of(sealed);
        backend.overwrite(Handle.of(FileType.INDEX, id.toString()), sealed);
        return id;
    }
}
