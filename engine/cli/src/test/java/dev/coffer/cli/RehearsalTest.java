package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_backed_up_comes_back() throws IOException {
        new Rehearsal(folder).run(OutputStream.nullOutputStream(), () -> false);
        Path source = folder.resolve("source");
        assertThat(folder.resolve("target" + source).resolve("text")).hasSameBinaryContentAs(source.resolve("text"));
    }
}
