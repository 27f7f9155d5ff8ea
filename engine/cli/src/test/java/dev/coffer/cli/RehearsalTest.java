package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_backed_up_comes_back() throws IOException {
        new Rehearsal(folder).run(Rehearsal.Scene.NETWORK, OutputStream.nullOutputStream(), () -> false);
        Path source = folder.resolve("source");
        for (String target : List.of("target", "copy by REST", "copy by S3")) {
            assertThat(folder.resolve(target + source).resolve("text")).hasSameBinaryContentAs(source.resolve("text"));
        }
    }
}
