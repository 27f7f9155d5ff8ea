package dev.coffer.engine.compress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.buffer.PartCheck;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawFrameTest {

    private static final int BLOCK = 128 << 10;

    private final Random random = new Random(3);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 1_000_000})
    void a_frame_plainly_holds_what_it_was_made_of(int length) {
        byte[] content = bytes(length + 1);
        byte[] frame = frame(content, 1, length);
        assertThat(holds(frame, frame.length, content, 1, length)).isTrue();
    }

    @Test
    void a_flipped_bit_anywhere_is_seen() {
        byte[] content = bytes(300);
        byte[] frame = frame(content, 0, content.length);
        for (int bit = 0; bit < 8 * frame.length; bit++) {
            byte[] damaged = frame.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(holds(damaged, damaged.length, content, 0, content.length))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void a_flipped_bit_in_a_later_block_is_seen() {
        byte[] content = bytes(2 * BLOCK + 10);
        byte[] frame = frame(content, 0, content.length);
        frame[frame.length - 1] ^= 1;
        assertThat(holds(frame, frame.length, content, 0, content.length)).isFalse();
    }

    @Test
    void a_frame_does_not_hold_a_part_of_its_content() {
        byte[] content = bytes(300);
        byte[] frame = frame(content, 0, content.length);
        assertThat(holds(frame, frame.length, content, 0, 299)).isFalse();
        assertThat(holds(frame, frame.length - 1, content, 0, 300)).isFalse();
    }

    @Test
    void a_compressed_frame_holds_nothing_plainly() {
        byte[] content = new byte[10_000];
        byte[] frame = new ZstdCodec(CompressionMode.AUTO).compress(content);
        assertThat(holds(frame, frame.length, content, 0, content.length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8192, BLOCK + 7})
    void the_frame_may_come_in_parts_of_any_length(int partLength) {
        byte[] content = bytes(2 * BLOCK + 10);
        byte[] frame = frame(content, 0, content.length);
        PartCheck check = ZstdCodec.plainFrame(content, 0, content.length);
        for (int at = 0; at < frame.length; at += partLength) {
            byte[] part = Arrays.copyOfRange(frame, at, Math.min(frame.length, at + partLength));
            assertThat(check.fits(part, part.length)).as("at %d", at).isTrue();
        }
    }

    private static boolean holds(byte[] frame, int frameLength, byte[] content, int offset, int length) {
        return ZstdCodec.mayBePlain(frameLength, length)
                && ZstdCodec.plainFrame(content, offset, length).fits(frame, frameLength);
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
