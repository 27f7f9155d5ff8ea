package dev.coffer.engine.compress;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdCompressCtx;
import dev.coffer.engine.buffer.PartCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawFrameTest {

    private static final int BLOCK = 128 << 10;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 1_000_000})
    void what_was_framed_can_be_read(int length) {
        byte[] content = bytes(length + 1);
        byte[] frame = frame(content, 1, length);
        assertThat(holds(frame, Arrays.copyOfRange(content, 1, length + 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 65_791, 65_792, BLOCK, BLOCK + 1, 1_000_000})
    void random_data_framed_by_the_library_can_be_read(int length) {
        byte[] content = bytes(length);
        assertThat(holds(new ZstdCodec(CompressionMode.MAX).compress(content), content))
                .isTrue();
    }

    @Test
    void a_frame_of_a_stream_which_tells_no_size_can_be_read() throws IOException {
        byte[] content = bytes(300_000);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdCodec(CompressionMode.AUTO).compressing(frame)) {
            out.write(content);
        }
        assertThat(holds(frame.toByteArray(), content)).isTrue();
    }

    @Test
    void a_flipped_bit_anywhere_is_seen() {
        byte[] content = bytes(300);
        byte[] frame = frame(content, 0, content.length);
        for (int bit = 0; bit < 8 * frame.length; bit++) {
            byte[] damaged = frame.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(holds(damaged, content)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void a_flipped_bit_in_a_later_block_is_seen() {
        byte[] content = bytes(2 * BLOCK + 10);
        byte[] frame = frame(content, 0, content.length);
        frame[frame.length - 1] ^= 1;
        assertThat(holds(frame, content)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"299, 0", "301, 0", "300, -1", "300, 1"})
    void a_frame_of_another_length_is_not_read(int contentLength, int moreBytes) {
        byte[] content = bytes(300);
        byte[] frame = frame(content, 0, content.length);
        assertThat(holds(Arrays.copyOf(frame, frame.length + moreBytes), Arrays.copyOf(content, contentLength)))
                .isFalse();
    }

    @Test
    void half_a_frame_is_not_whole() {
        byte[] content = bytes(2 * BLOCK);
        byte[] frame = frame(content, 0, content.length);
        RawFrameReader reader = reader(content);
        assertThat(reader.isWhole()).isFalse();
        assertThat(reader.fits(frame, 0, (int) RawFrame.length(BLOCK))).isTrue();
        assertThat(reader.isWhole()).isFalse();
    }

    @Test
    void compressed_content_is_not_read() {
        byte[] content = new byte[10_000];
        byte[] frame = new ZstdCodec(CompressionMode.AUTO).compress(content);
        assertThat(RawFrameReader.mayRead(frame.length, content.length)).isFalse();
        assertThat(holds(frame, content)).isFalse();
    }

    @Test
    void a_frame_with_a_checksum_is_not_read() {
        byte[] content = bytes(1000);
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            assertThat(holds(context.setChecksum(true).compress(content), content))
                    .isFalse();
        }
    }

    @Test
    void a_block_longer_than_any_is_not_read() {
        byte[] content = bytes(BLOCK + 1);
        byte[] frame = frame(content, 0, content.length);
        byte[] inOneBlock = Arrays.copyOf(frame, frame.length - 3);
        int header = content.length << 3 | 1;
        for (int i = 0; i < 3; i++) {
            inOneBlock[9 + i] = (byte) (header >>> 8 * i);
        }
        System.arraycopy(content, 0, inOneBlock, 12, content.length);
        assertThat(holds(inOneBlock, content)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // descriptor, window, size of the content - header of the block, its content
        "00 58 - 09000078, true",
        "00 FF - 09000078, false",
        "00 68 - 09000078, true",
        "00 69 - 09000078, false",
        "20 01 - 09000078, true",
        "20 02 - 09000078, false",
        "80 58 01000000 - 09000078, true",
        "C0 58 0100000000000000 - 09000078, true",
        "C0 58 0100000001000000 - 09000078, false",
        "00 58 - 08000078 01000000, false",
        "00 58 - 08000078 010000, true",
        "00 58 - 0B000078, false",
        "01 58 00 - 09000078, false",
        "28 01 - 09000078, false",
        "00 58 - 0F000078, false"
    })
    void a_header_is_read_as_the_format_says(String frame, boolean sound) {
        byte[] bytes = HexFormat.of().parseHex("28B52FFD" + frame.replaceAll("[ -]", ""));
        assertThat(holds(bytes, new byte[] {0x78})).isEqualTo(sound);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8192, BLOCK + 7})
    void the_frame_may_come_in_parts_of_any_length(int partLength) {
        byte[] content = bytes(2 * BLOCK + 10);
        byte[] frame = frame(content, 0, content.length);
        RawFrameReader reader = reader(content);
        for (int at = 0; at < frame.length; at += partLength) {
            int length = Math.min(partLength, frame.length - at);
            assertThat(reader.fits(frame, at, length)).as("at %d", at).isTrue();
        }
        assertThat(reader.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"10, -1", "-5, -7", "10, 10", "9, 10"})
    void nothing_is_tried_with_impossible_lengths(int frameLength, int contentLength) {
        assertThat(RawFrameReader.mayRead(frameLength, contentLength)).isFalse();
    }

    private static boolean holds(byte[] frame, byte[] content) {
        RawFrameReader reader = reader(content);
        return reader.fits(frame, 0, frame.length) && reader.isWhole();
    }

    private static RawFrameReader reader(byte[] content) {
        return new RawFrameReader(content.length, new Expected(content));
    }

    private static final class Expected implements PartCheck {

        private final byte[] content;
        private int at;

        Expected(byte[] content) {
            this.content = content;
        }

        @Override
        public boolean fits(byte[] part, int offset, int length) {
            at += length;
            return Arrays.equals(part, offset, offset + length, content, at - length, at);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] frame(byte[] content, int offset, int length) {
        byte[] frame = new byte[(int) RawFrame.length(length)];
        assertThat(RawFrame.write(content, offset, length, frame, 0)).isEqualTo(frame.length);
        return frame;
    }
}
