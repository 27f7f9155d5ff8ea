package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateLimitedBackendTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private final MemoryBackend memory = new MemoryBackend();
    private final FakeTicker ticker = new FakeTicker();

    private Backend limited(OptionalLong upload, OptionalLong download) {
        return new RateLimitedBackend(memory, new RateLimits(upload, download), ticker);
    }

    @Test
    void a_mebibyte_goes_up_at_128_KiB_per_second_in_eight_seconds_and_small_pieces() throws IOException {
        limited(OptionalLong.of(128), OptionalLong.empty()).save(PACK, Content.of(MEBIBYTE));

        assertThat(ticker.slept()).isEqualTo(Duration.ofSeconds(8));
        assertThat(ticker.sleeps()).hasSize(64);
        assertThat(memory.bytes(PACK)).isEqualTo(MEBIBYTE);
    }

    @Test
    void whole_files_and_ranges_come_down_at_the_limit() throws IOException {
        memory.overwrite(PACK, MEBIBYTE);
        Backend limited = limited(OptionalLong.empty(), OptionalLong.of(512));
        limited.load(PACK);
        limited.load(PACK, 0, new byte[512 << 10], 0, 512 << 10);

        assertThat(ticker.slept()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_direction_without_limit_does_not_wait() throws IOException {
        Backend limited = limited(OptionalLong.empty(), OptionalLong.of(1));
        limited.save(PACK, Content.of(MEBIBYTE));

        assertThat(ticker.sleeps()).isEmpty();
    }

    @Test
    void idle_time_is_not_saved_up() throws IOException {
        memory.overwrite(PACK, MEBIBYTE);
        Backend limited = limited(OptionalLong.empty(), OptionalLong.of(1024));
        ticker.pass(Duration.ofHours(1));
        limited.load(PACK);

        assertThat(ticker.slept()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void an_interruption_ends_the_wait() {
        Backend limited = limited(OptionalLong.of(1), OptionalLong.empty());
        Content content = Content.of(MEBIBYTE);
        Thread caller = Thread.currentThread();
        Content interrupting = new Content() {
            @Override
            public long length() {
                return content.length();
            }

            @Override
            public InputStream open() {
                caller.interrupt();
                return content.open();
            }
        };

        assertThatThrownBy(() -> limited.save(PACK, interrupting)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(memory.contains(PACK)).isFalse();
    }
}
