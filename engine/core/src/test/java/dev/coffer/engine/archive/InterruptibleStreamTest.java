package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InterruptibleStreamTest {

    @Test
    void yields_what_its_source_yields() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(5).nextBytes(content);
        try (InputStream stream = new InterruptibleStream(new ByteArrayInputStream(content))) {
            assertThat(stream.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void the_failure_of_the_source_comes_through() throws Exception {
        IOException failure = new IOException("unplugged");
        try (InputStream stream = new InterruptibleStream(failing(failure))) {
            assertThatThrownBy(stream::read).isSameAs(failure);
        }
    }

    @Test
    void nobody_waits_for_a_reader_that_has_ended_by_a_fault() throws Exception {
        try (InputStream stream = new InterruptibleStream(failing(new IllegalStateException("broken")))) {
            assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("broken");
        }
    }

    private static InputStream failing(Exception failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                if (failure instanceof RuntimeException fault) {
                    throw fault;
                }
                throw (IOException) failure;
            }
        };
    }
}
