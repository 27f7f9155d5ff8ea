package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_is_told_and_the_half_written_file_taken_away() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder);
                Backend backend = new LocalProvider()
                        .create(new BackendLocation("local", folder.toString()), BackendOptions.none())) {
            assertThatThrownBy(() -> backend.save(PACK, disk.tooMuch()))
                    .isInstanceOf(BackendException.Full.class)
                    .hasMessageContaining(PACK.toString());

            assertThat(folder.resolve("data/" + PACK.name().substring(0, 2))).isEmptyDirectory();
            backend.save(PACK, Content.of(new byte[1000]));
            assertThat(backend.stat(PACK).size()).isEqualTo(1000);
        }
    }

    @Test
    void a_disk_that_gets_full_while_a_draft_grows_is_told_and_the_draft_taken_away() throws Exception {
        try (SmallDisk disk = new SmallDisk(folder);
                Backend backend = new LocalProvider()
                        .create(new BackendLocation("local", folder.toString()), BackendOptions.none())) {
            try (Draft draft = backend.draft().orElseThrow()) {
                assertThatThrownBy(() -> disk.overfill(draft))
                        .isInstanceOf(BackendException.Full.class)
                        .hasMessageContaining("No space left on device");
            }
            assertThat(folder.resolve("data/00")).isEmptyDirectory();
        }
    }
}
