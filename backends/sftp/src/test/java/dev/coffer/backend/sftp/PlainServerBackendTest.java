package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows nothing but the protocol itself: no extensions, small packets, no permissions. */
class PlainServerBackendTest extends BackendContract {

    private static final String NO_EXTENSIONS = " -P posix-rename,fsync,limits,statvfs,fstatvfs,setstat,fsetstat";

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private BackendLocation location() {
        return new BackendLocation("sftp", "anywhere:" + folder.resolve("repository"));
    }

    private static BackendOptions options() {
        return new BackendOptions(Map.of("sftp.command", Programs.find("sftp-server") + NO_EXTENSIONS), Map.of());
    }

    @Override
    protected Backend create() throws IOException {
        return new SftpProvider().create(location(), options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new SftpProvider().open(location(), options());
    }

    @Test
    void it_does_not_replace_files() {
        assertThat(backend().properties().atomicReplace()).isFalse();
    }
}
