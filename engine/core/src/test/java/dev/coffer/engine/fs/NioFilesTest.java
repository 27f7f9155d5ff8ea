package dev.coffer.engine.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

final class NioFilesTest extends LocalFilesContract {

    private final LocalFiles files = new NioFiles();

    @Override
    LocalFiles files() {
        return files;
    }

    @Test
    void what_java_cannot_make_is_refused() {
        assertThatThrownBy(() -> files.createFifo(path("pipe")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("named pipes");
        assertThatThrownBy(() -> files.createDevice(path("null"), FileStat.Kind.CHAR_DEVICE, 0x103))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("device nodes");
    }

    @Test
    void the_first_name_of_a_path_is_a_drive_on_windows() {
        assertThat(NioPaths.withDrive("/C/Users/x")).isEqualTo("C:/Users/x");
        assertThat(NioPaths.withDrive("/D")).isEqualTo("D:/");
        assertThat(NioPaths.withDrive("/Data/x")).isEqualTo("/Data/x");
    }
}
