package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

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

    @Test
    void commands_that_only_look_do_with_what_another_scene_has_left() throws IOException {
        Rehearsal rehearsal = new Rehearsal(folder);
        rehearsal.run(Rehearsal.Scene.LOCAL, OutputStream.nullOutputStream(), () -> false);
        assertThatCode(() -> rehearsal.run(Rehearsal.Scene.READING, OutputStream.nullOutputStream(), () -> false))
                .doesNotThrowAnyException();
    }
}
