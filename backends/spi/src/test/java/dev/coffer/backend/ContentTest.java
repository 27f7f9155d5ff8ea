package dev.coffer.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    @Test
    void segments_are_one_content_that_can_be_read_again() throws IOException {
        ByteBuffer end = ByteBuffer.wrap(new byte[] {9, 3, 9}, 1, 1);
        Content content = Content.of(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[0]), end));

        assertThat(content.length()).isEqualTo(3);
        assertThat(content.open().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(content.open().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void content_as_long_as_announced_passes_the_check() throws IOException {
        assertThat(Content.of(new byte[] {1, 2, 3}, 1, 2).openChecked().readAllBytes())
                .containsExactly(2, 3);
        assertThat(Content.of(new byte[0]).openChecked().readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4, 1000})
    void content_of_another_length_than_announced_fails_the_check(long announced) {
        assertThatThrownBy(() -> announcing(announced).openChecked().readAllBytes())
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(announced + " bytes were announced");
    }

    @Test
    void too_much_content_is_noticed_with_the_last_announced_byte() {
        assertThatThrownBy(() -> announcing(2).openChecked().readNBytes(2))
                .isInstanceOf(BackendException.Rejected.class);
    }

    private static Content announcing(long length) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[3]);
            }
        };
    }
}
