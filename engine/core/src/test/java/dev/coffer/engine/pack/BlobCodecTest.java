package dev.coffer.engine.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.buffer.BufferPool;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.ZstdCodec;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.BlobCodec.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobCodecTest {

    private static final byte[] PLAIN =
            "what is written is written is written is written".getBytes(StandardCharsets.UTF_8);
    private static final BlobHandle HANDLE = BlobHandle.data(ObjectId.of(PLAIN));

    private final Crypto crypto = new Crypto(MasterKey.random());

    @ParameterizedTest
    @CsvSource({
        "1, AUTO, DATA, false", "1, AUTO, TREE, false", "2, OFF, DATA, false",
        "2, OFF, TREE, true", "2, AUTO, DATA, true", "2, AUTO, TREE, true"
    })
    void what_is_compressed_depends_on_version_mode_and_type(
            int version, CompressionMode mode, BlobType type, boolean compressed) throws Exception {
        BlobHandle handle = new BlobHandle(type, HANDLE.id());
        SealedBlob sealed = codec(version, mode).seal(handle, PLAIN, 0, PLAIN.length);
        assertThat(sealed.uncompressedLength()).isEqualTo(compressed ? PLAIN.length : 0);
    }

    @ParameterizedTest
    @EnumSource(CompressionMode.class)
    void opens_what_it_seals(CompressionMode mode) throws Exception {
        BlobCodec codec = codec(2, mode);
        byte[] surrounded = ("(" + new String(PLAIN, StandardCharsets.UTF_8) + ")").getBytes(StandardCharsets.UTF_8);
        SealedBlob sealed = codec.seal(HANDLE, surrounded, 1, PLAIN.length);
        assertThat(open(codec, sealed)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_blob_without_content_is_not_compressed(int version) throws Exception {
        BlobCodec codec = codec(version, CompressionMode.AUTO);
        BlobHandle empty = BlobHandle.data(ObjectId.of(new byte[0]));
        SealedBlob sealed = codec.seal(empty, new byte[0], 0, 0);
        assertThat(sealed.length()).isEqualTo(Crypto.OVERHEAD);
        assertThat(open(codec, sealed)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CompressionMode.class,
            names = {"OFF", "AUTO"})
    void a_flipped_bit_anywhere_is_damage(CompressionMode mode) throws Exception {
        BlobCodec codec = codec(2, mode);
        SealedBlob sealed = codec.seal(HANDLE, PLAIN, 0, PLAIN.length);
        for (int bit = 0; bit < 8 * sealed.length(); bit++) {
            byte[] damaged = sealed.bytes().clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> codec.open(place(sealed), damaged, 0))
                    .as("bit %d", bit)
                    .isInstanceOf(CorruptData.class);
        }
    }

    @Test
    void content_that_is_not_what_its_id_says_is_damage() throws Exception {
        BlobCodec codec = codec(2, CompressionMode.AUTO);
        BlobHandle wrong = BlobHandle.data(ObjectId.of(new byte[1]));
        SealedBlob sealed = codec.seal(wrong, PLAIN, 0, PLAIN.length);
        assertThatThrownBy(() -> open(codec, sealed))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(wrong.toString());
    }

    @Test
    void what_is_sealed_with_another_key_is_damage() throws Exception {
        SealedBlob sealed = codec(2, CompressionMode.AUTO).seal(HANDLE, PLAIN, 0, PLAIN.length);
        BlobCodec stranger = new BlobCodec(
                new BufferPool(0),
                new Crypto(MasterKey.random()),
                new ZstdCodec(CompressionMode.AUTO),
                2,
                CompressionMode.AUTO,
                Verification.NONE);
        assertThatThrownBy(() -> open(stranger, sealed)).isInstanceOf(CorruptData.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 47, 49, 1 << 20, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void a_wrong_plain_length_is_damage(int claimed) throws Exception {
        BlobCodec codec = codec(2, CompressionMode.AUTO);
        SealedBlob sealed = codec.seal(HANDLE, PLAIN, 0, PLAIN.length);
        PackedBlob lie = new PackedBlob(HANDLE, 0, sealed.length(), claimed);
        assertThatThrownBy(() -> codec.open(lie, sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
    }

    @Test
    void content_that_is_no_frame_is_damage() throws Exception {
        byte[] sealed = crypto.seal(PLAIN);
        PackedBlob lie = new PackedBlob(HANDLE, 0, sealed.length, PLAIN.length);
        assertThatThrownBy(() -> codec(2, CompressionMode.AUTO).open(lie, sealed, 0))
                .isInstanceOf(CorruptData.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32})
    void fewer_bytes_than_a_seal_takes_are_damage(int length) {
        PackedBlob lie = new PackedBlob(HANDLE, 0, length, 0);
        assertThatThrownBy(() -> codec(2, CompressionMode.AUTO).open(lie, new byte[32], 0))
                .isInstanceOf(CorruptData.class);
    }

    @Test
    void the_most_repetitive_content_is_not_taken_for_impossible() throws Exception {
        byte[] zeros = new byte[16 << 20];
        BlobCodec codec = codec(2, CompressionMode.MAX);
        BlobHandle handle = BlobHandle.tree(ObjectId.of(zeros));
        SealedBlob sealed = codec.seal(handle, zeros, 0, zeros.length);
        assertThat(open(codec, sealed)).isEqualTo(zeros);
    }

    @ParameterizedTest
    @CsvSource({"1, AUTO", "2, AUTO", "2, FASTEST", "2, MAX"})
    void a_blob_that_comes_in_parts_is_sealed_as_one(int version, CompressionMode mode) throws Exception {
        BlobCodec codec = codec(version, mode);
        SealedBlob sealed = inParts(codec, PLAIN, 10);
        assertThat(sealed.handle()).isEqualTo(BlobHandle.tree(HANDLE.id()));
        assertThat(open(codec, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void a_long_blob_can_be_read_from_its_stored_form() throws Exception {
        byte[] text = text();
        BlobCodec codec = codec(2, CompressionMode.AUTO);
        SealedBlob sealed = inParts(codec, text, 1 << 20);
        assertThat(BlobCodec.isLong(place(sealed))).isTrue();
        BlobContent content = codec.openLong(place(sealed), sealed.bytes(), 0);
        for (int time = 0; time < 2; time++) {
            try (InputStream in = content.open()) {
                assertThat(in.readAllBytes()).isEqualTo(text);
            }
        }
    }

    @Test
    void a_long_blob_that_is_damaged_is_not_read() throws Exception {
        byte[] text = text();
        BlobCodec codec = codec(2, CompressionMode.AUTO);
        SealedBlob sealed = inParts(codec, text, text.length);
        PackedBlob place = place(sealed);
        PackedBlob renamed = new PackedBlob(HANDLE, 0, place.length(), place.uncompressedLength());
        PackedBlob stretched = new PackedBlob(place.handle(), 0, place.length(), place.uncompressedLength() + 1);
        PackedBlob shrunk = new PackedBlob(place.handle(), 0, place.length(), 8 << 20);
        byte[] flipped = sealed.bytes().clone();
        flipped[1000] ^= 1;
        assertThatThrownBy(() -> codec.verify(place, flipped, 0)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> codec.openLong(renamed, sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> codec.openLong(stretched, sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> codec.openLong(shrunk, sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
        codec.verify(place, sealed.bytes(), 0);
    }

    @ParameterizedTest
    @CsvSource({"1, AUTO", "2, OFF", "2, AUTO", "2, FASTEST", "2, MAX"})
    void content_that_cannot_be_compressed_is_opened_and_verified(int version, CompressionMode mode) throws Exception {
        byte[] noise = noise();
        BlobCodec codec = codec(version, mode);
        SealedBlob sealed = codec.seal(BlobHandle.data(ObjectId.of(noise)), noise, 0, noise.length);
        assertThat(open(codec, sealed)).isEqualTo(noise);
        codec.verify(place(sealed), sealed.bytes(), 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 16", "1, 150000", "2, 0", "2, 16", "2, 150000", "2, 300000"})
    void content_that_cannot_be_compressed_is_damage_if_a_bit_is_flipped(int version, int at) throws Exception {
        byte[] noise = noise();
        BlobCodec codec = codec(version, CompressionMode.AUTO);
        SealedBlob sealed = codec.seal(BlobHandle.data(ObjectId.of(noise)), noise, 0, noise.length);
        sealed.bytes()[at] ^= 1;
        assertThatThrownBy(() -> open(codec, sealed)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> codec.verify(place(sealed), sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void content_that_cannot_be_compressed_is_damage_under_another_id(int version) throws Exception {
        byte[] noise = noise();
        BlobCodec codec = codec(version, CompressionMode.AUTO);
        SealedBlob sealed = codec.seal(HANDLE, noise, 0, noise.length);
        assertThatThrownBy(() -> open(codec, sealed)).isInstanceOf(CorruptData.class);
        assertThatThrownBy(() -> codec.verify(place(sealed), sealed.bytes(), 0)).isInstanceOf(CorruptData.class);
    }

    @Test
    void a_frame_that_is_longer_than_what_it_holds_may_be_compressed_all_the_same() throws Exception {
        byte[] half = new byte[200_000];
        System.arraycopy(noise(), 0, half, 0, 100_000);
        byte[] frame = new ZstdCodec(CompressionMode.AUTO).compress(half);
        byte[] skipped = {0x50, 0x2A, 0x4D, 0x18, 0, 0, 4, 0};
        byte[] longer = new byte[skipped.length + (4 << 16) + frame.length];
        System.arraycopy(skipped, 0, longer, 0, skipped.length);
        System.arraycopy(frame, 0, longer, longer.length - frame.length, frame.length);
        byte[] sealed = crypto.seal(longer);
        PackedBlob blob = new PackedBlob(BlobHandle.data(ObjectId.of(half)), 0, sealed.length, half.length);
        BlobCodec codec = codec(2, CompressionMode.AUTO);
        assertThat(codec.openToKeep(blob, sealed, 0)).isEqualTo(half);
        codec.verify(blob, sealed, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_array_of_the_pool_is_taken_for_content_to_keep(boolean compressible) throws Exception {
        byte[] content = compressible ? new byte[300_000] : noise();
        SealedBlob sealed =
                codec(2, CompressionMode.AUTO).seal(BlobHandle.data(ObjectId.of(content)), content, 0, content.length);
        BufferPool untouched = new BufferPool(1 << 20);
        assertThat(codec(untouched, 2, CompressionMode.AUTO).openToKeep(place(sealed), sealed.bytes(), 0))
                .isEqualTo(content);
        assertThat(untouched.idleBytes()).isZero();
    }

    private static byte[] noise() {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static SealedBlob inParts(BlobCodec codec, byte[] content, int partLength) throws IOException {
        GrowingBlob blob = codec.begin(BlobType.TREE);
        for (int at = 0; at < content.length; at += partLength) {
            blob.append(content, at, Math.min(partLength, content.length - at));
        }
        return codec.seal(blob.finish(), blob);
    }

    private static byte[] text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 9 << 20; i++) {
            text.append("this is line ").append(i).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] open(BlobCodec codec, SealedBlob sealed) throws IOException {
        return codec.open(place(sealed), sealed.bytes(), 0).detach();
    }

    private static PackedBlob place(SealedBlob sealed) {
        return new PackedBlob(sealed.handle(), 0, sealed.length(), sealed.uncompressedLength());
    }

    private BlobCodec codec(int version, CompressionMode mode) {
        return codec(new BufferPool(1 << 20), version, mode);
    }

    private BlobCodec codec(BufferPool pool, int version, CompressionMode mode) {
        return new BlobCodec(pool, crypto, new ZstdCodec(mode), version, mode, Verification.BEFORE_STORING);
    }
}
