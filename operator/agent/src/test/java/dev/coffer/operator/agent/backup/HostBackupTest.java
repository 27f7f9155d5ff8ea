package dev.coffer.operator.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.repository.Repository;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.holder.LockHealer;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.agent.progress.ProgressMeter;
import dev.coffer.operator.api.UnreadableFilesPolicy;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.report.SkippedFile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class HostBackupTest {

    @TempDir
    private Path folder;

    private Path data;
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("open"), "hello");
        Files.writeString(data.resolve("locked"), "secret");
        Storage storage = new Storage(
                "demo/store", "demo/secret", folder.resolve("repository").toString(), BackendOptions.none(), "secret");
        repository = new RepositoryAccess(storage, Settings.standard(Optional.empty(), HostIdentity.current())).init();
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    @Test
    void files_that_cannot_be_read_are_named_and_the_rest_is_backed_up() throws IOException {
        HostBackupStats host = run(UnreadableFilesPolicy.REPORT);
        assertThat(host.phase()).isEqualTo(HostBackupPhase.SUCCEEDED);
        assertThat(host.snapshots()).hasSize(1);
        assertThat(host.skippedFiles().total()).isEqualTo(1);
        assertThat(host.skippedFiles().files())
                .extracting(SkippedFile::path)
                .containsExactly(data.resolve("locked").toString());
    }

    @Test
    void they_fail_the_host_if_the_target_says_so_and_the_snapshot_is_kept() throws IOException {
        HostBackupStats host = run(UnreadableFilesPolicy.FAIL);
        assertThat(host.phase()).isEqualTo(HostBackupPhase.FAILED);
        assertThat(host.error()).startsWith("1 file could not be read");
        assertThat(repository.snapshots().listIds()).hasSize(1);
    }

    @Test
    void without_paths_there_is_nothing_to_back_up() {
        assertThatThrownBy(() -> run(UnreadableFilesPolicy.REPORT, List.of())).isInstanceOf(BadRequest.class);
    }

    private HostBackupStats run(UnreadableFilesPolicy policy) throws IOException {
        return run(policy, List.of(data.toString()));
    }

    private HostBackupStats run(UnreadableFilesPolicy policy, List<String> paths) throws IOException {
        Locking locking = new Locking(new LockHealer(Optional.empty(), _ -> false), Duration.ZERO);
        ProgressMeter meter = new ProgressMeter("host-0", InstantSource.system());
        BackupPlan plan = new BackupPlan("host-0", paths, List.of(), BackupArguments.parse(List.of()), policy);
        return new HostBackup(repository, locking, locked(), meter, Throwable::getMessage).run(plan);
    }

    /** The file system of this machine, but for files named "locked", which nobody may read: tests may run as root. */
    private static LocalFiles locked() {
        return (LocalFiles) Proxy.newProxyInstance(
                LocalFiles.class.getClassLoader(), new Class<?>[] {LocalFiles.class}, (_, method, arguments) -> {
                    if (method.getName().equals("openForReading")
                            && arguments[0].toString().endsWith("/locked")) {
                        throw new AccessDeniedException(arguments[0].toString());
                    }
                    try {
                        return method.invoke(LocalFiles.host(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
