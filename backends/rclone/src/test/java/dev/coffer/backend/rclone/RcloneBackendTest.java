package dev.coffer.backend.rclone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against the rclone that is installed, with a folder as its remote. */
@Timeout(120)
class RcloneBackendTest extends BackendContract {

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    @Override
    protected Backend create() throws IOException {
        return new RcloneProvider().create(location(), BackendOptions.none());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new RcloneProvider().open(location(), BackendOptions.none());
    }

    private BackendLocation location() {
        return new BackendLocation("rclone", ":local:" + folder.resolve("repository"));
    }

    @Test
    void files_lie_where_restic_looks_for_them() throws IOException {
        Handle pack = ContractFiles.file(FileType.PACK, "pack");
        backend().save(pack, Content.of(new byte[] {1}));

        assertThat(folder.resolve("repository/data")
                        .resolve(pack.name().substring(0, 2))
                        .resolve(pack.name()))
                .hasBinaryContent(new byte[] {1});
    }
}
