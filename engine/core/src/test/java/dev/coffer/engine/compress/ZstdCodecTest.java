package dev.coffer.engine.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ZstdCodecTest {

    private final Random random = new Random(1);
    private final ZstdCodec codec = new ZstdCodec(CompressionMode.AUTO);

    @ParameterizedTest
    @EnumSource
    void what_is_compressed_can_be_decompressed(CompressionMode mode) throws Exception {
        ZstdCodec codec = new ZstdCodec(mode);
        for (int length : new int[] {0, 1, 4, 255, 256, 100_000, 262_144, 262_145, 1_000_000}) {
            for (byte[] content : new byte[][] {new byte[length], bytes(length), text(length)}) {
                byte[] frame = codec.compress(content);
                byte[] target = new byte[length];
                assertThat(codec.decompress(frame, 0, frame.length, target, 0, length))
                        .isEqualTo(length);
                assertThat(target).isEqualTo(content);
                assertThat(codec.decompress(frame, 0, frame.length, 1_000_000)).isEqualTo(content);
            }
        }
    }

    @Test
    void harder_modes_make_text_smaller() {
        byte[] text = text(1_000_000);
        int fastest = new ZstdCodec(CompressionMode.FASTEST).compress(text).length;
        int max = new ZstdCodec(CompressionMode.MAX).compress(text).length;
        assertThat(max).isLessThan(fastest);
        assertThat(fastest).isLessThan(text.length * 2 / 3);
    }

    @Test
    void long_text_is_compressed_harder_than_short_text() {
        byte[] text = text(262_145);
        byte[] shorter = Arrays.copyOf(text, 262_144);
        ZstdCodec fastest = new ZstdCodec(CompressionMode.FASTEST);

        assertThat(codec.compress(text)).hasSizeLessThan(codec.compress(shorter).length);
        assertThat(codec.compress(shorter)).hasSizeLessThan(fastest.compress(shorter).length);
    }

    @Test
    void random_data_is_framed_in_raw_blocks() throws Exception {
        byte[] content = bytes(300_000);

        byte[] frame = codec.compress(content);

        assertThat(frame).hasSize(300_000 + 9 + 3 * 3).startsWith(0x28, 0xb5, 0x2f, 0xfd, 0xa0);
        assertThat(codec.decompress(frame, 0, frame.length, 300_000)).isEqualTo(content);
    }

    @Test
    void random_data_that_repeats_is_compressed() {
        byte[] content = new byte[400_000];
        byte[] part = bytes(1000);
        for (int at = 0; at < content.length; at += part.length) {
            System.arraycopy(part, 0, content, at, part.length);
        }
        assertThat(codec.compress(content)).hasSizeLessThan(10_000);
    }

    @Test
    void raw_frames_of_lengths_around_block_limits_can_be_decompressed() throws Exception {
        for (int length : new int[] {0, 1, 131_071, 131_072, 131_073, 262_144, 262_145}) {
            byte[] content = bytes(length);
            byte[] frame = new byte[(int) RawFrame.length(length) + 2];
            int written = RawFrame.write(content, 0, length, frame, 1);
            assertThat(written).isEqualTo((int) RawFrame.length(length));
            assertThat(codec.decompress(frame, 1, written, length + 1)).isEqualTo(content);
        }
    }

    @Test
    void a_wrong_expected_length_is_refused() {
        byte[] frame = codec.compress(text(1000));
        byte[] target = new byte[2000];
        for (int expected : new int[] {0, 1, 999, 1001, 2000}) {
            assertThatThrownBy(() -> codec.decompress(frame, 0, frame.length, target, 0, expected))
                    .isInstanceOf(CorruptFrame.class);
        }
    }

    @Test
    void truncated_frames_are_refused() {
        byte[] frame = codec.compress(text(100_000));
        byte[] target = new byte[100_000];
        for (int length = 1; length < frame.length; length += 1 + frame.length / 500) {
            int cut = length;
            assertThatThrownBy(() -> codec.decompress(frame, 0, cut, target, 0, target.length))
                    .isInstanceOf(CorruptFrame.class);
            assertThatThrownBy(() -> codec.decompress(frame, 0, cut, 1_000_000)).isInstanceOf(CorruptFrame.class);
        }
    }

    @Test
    void garbage_is_refused() {
        byte[] garbage = bytes(1000);
        assertThatThrownBy(() -> codec.decompress(garbage, 0, 1000, new byte[10], 0, 10))
                .isInstanceOf(CorruptFrame.class);
        assertThatThrownBy(() -> codec.decompress(garbage, 0, 1000, 10)).isInstanceOf(CorruptFrame.class);
    }

    @Test
    void nothing_at_all_is_no_frame() {
        assertThatThrownBy(() -> codec.decompress(new byte[0], 0, 0, new byte[0], 0, 0))
                .isInstanceOf(CorruptFrame.class);
        assertThatThrownBy(() -> codec.decompress(new byte[0], 0, 0, 10)).isInstanceOf(CorruptFrame.class);
    }

    @Test
    void bytes_after_the_frame_are_refused() {
        byte[] frame = codec.compress(text(1000));
        byte[] longer = Arrays.copyOf(frame, frame.length + 5);
        assertThatThrownBy(() -> codec.decompress(longer, 0, longer.length, new byte[1000], 0, 1000))
                .isInstanceOf(CorruptFrame.class);
        assertThatThrownBy(() -> codec.decompress(longer, 0, longer.length, 100_000))
                .isInstanceOf(CorruptFrame.class);
    }

    @Test
    void content_above_the_limit_is_refused() throws Exception {
        byte[] bomb = codec.compress(new byte[10_000_000]);
        assertThatThrownBy(() -> codec.decompress(bomb, 0, bomb.length, 9_999_999))
                .isInstanceOf(CorruptFrame.class)
                .hasMessageContaining("9999999");
        assertThat(codec.decompress(bomb, 0, bomb.length, 10_000_000)).hasSize(10_000_000);
    }

    @Test
    void a_stream_ends_at_its_limit() throws Exception {
        byte[] frame = codec.compress(text(1_000_000));
        try (InputStream content = ZstdCodec.decompressing(new ByteArrayInputStream(frame), 1_000_000)) {
            assertThat(content.readAllBytes()).hasSize(1_000_000);
        }
        try (InputStream content = ZstdCodec.decompressing(new ByteArrayInputStream(frame), 999_999)) {
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(CorruptFrame.class)
                    .hasMessageContaining("999999");
        }
    }

    @Test
    void what_a_stream_skips_counts() throws Exception {
        byte[] frame = codec.compress(text(1000));
        try (InputStream content = ZstdCodec.decompressing(new ByteArrayInputStream(frame), 999)) {
            assertThatThrownBy(() -> content.skipNBytes(1000)).isInstanceOf(CorruptFrame.class);
        }
    }

    @Test
    void a_stream_of_a_frame_that_ends_early_is_refused() throws Exception {
        byte[] frame = codec.compress(text(1000));
        try (InputStream content =
                ZstdCodec.decompressing(new ByteArrayInputStream(frame, 0, frame.length - 1), 1000)) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(CorruptFrame.class);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Words of a small vocabulary. */
    private byte[] text(int length) {
        byte[] vocabulary = bytes(4000);
        byte[] text = new byte[length];
        for (int at = 0; at < length; ) {
            int word = Math.min(2 + random.nextInt(9), length - at);
            System.arraycopy(vocabulary, 10 * random.nextInt(390), text, at, word);
            at += word;
        }
        return text;
    }
}
