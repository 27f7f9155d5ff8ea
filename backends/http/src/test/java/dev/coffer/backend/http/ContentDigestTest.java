package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    @Test
    void the_digests_are_those_of_the_standards() throws IOException {
        assertThat(ContentDigest.hex("MD5", Content.of(ABC))).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(ContentDigest.hex("SHA-1", Content.of(ABC))).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    }

    @Test
    void content_of_another_length_than_announced_is_rejected() {
        Content longer = new Content() {
            @Override
            public long length() {
                return 2;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(ABC);
            }
        };

        assertThatThrownBy(() -> ContentDigest.hex("MD5", longer)).isInstanceOf(BackendException.Rejected.class);
    }
}
