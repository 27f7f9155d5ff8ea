package dev.coffer.operator.agent.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.holder.LockHealer;
import dev.coffer.operator.agent.holder.Locking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class WipeOutTest {

    @TempDir
    private Path folder;

    private Path place;

    @BeforeEach
    void backUp() throws IOException {
        place = folder.resolve("repository");
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("greeting"), "hello");
        try (Repository repository = access("secret").init()) {
            SnapshotLabels labels = new SnapshotLabels(
                    OffsetDateTime.parse("2026-01-01T00:00:00Z"), HostIdentity.current(), List.of(), List.of(), "test");
            try (RepositoryLock _ = repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of())) {
                new Archiver(repository, LocalFiles.host(), ProgressListener.NONE)
                        .backup(BackupRequest.of(
                                new BackupSource.Targets(List.of(data.toString()), "/", FilterRules.NONE), labels));
            }
        }
    }

    @Test
    void no_file_of_a_repository_is_left() throws IOException {
        int before = files().size();
        assertThat(wipeOut("secret").run()).isGreaterThanOrEqualTo(before);
        assertThat(files()).isEmpty();
    }

    @Test
    void where_nothing_is_there_is_nothing_to_do() throws IOException {
        wipeOut("secret").run();
        assertThat(wipeOut("secret").run()).isZero();
        assertThat(new WipeOut(access("secret", folder.resolve("nowhere")), locking()).run())
                .isZero();
    }

    @Test
    void an_attempt_that_was_cut_short_among_the_packs_is_gone_on_with() throws IOException {
        remove("snapshots");
        remove("index");
        wipeOut("secret").run();
        assertThat(files()).isEmpty();
    }

    @Test
    void an_attempt_that_was_cut_short_after_the_last_key_is_gone_on_with() throws IOException {
        for (String part : List.of("snapshots", "index", "data", "keys")) {
            remove(part);
        }
        Files.writeString(place.resolve("locks").resolve("0".repeat(64)), "left over");
        wipeOut("secret").run();
        assertThat(files()).isEmpty();
    }

    @Test
    void keys_of_other_passwords_go_too() throws IOException {
        try (Repository repository = access("secret").open()) {
            try (Password other = Password.of("other")) {
                repository.addKey(other, HostIdentity.current());
            }
        }
        wipeOut("secret").run();
        assertThat(files()).isEmpty();
    }

    @Test
    void as_long_as_somebody_is_at_work_nothing_is_removed() throws IOException {
        try (Repository repository = access("secret").open();
                RepositoryLock _ = repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of())) {
            List<Path> before = files();
            assertThatThrownBy(() -> wipeOut("secret").run()).isInstanceOf(RepositoryLocked.class);
            assertThat(files()).containsExactlyElementsOf(before);
        }
    }

    @Test
    void who_does_not_know_the_password_removes_nothing() throws IOException {
        List<Path> before = files();
        assertThatThrownBy(() -> wipeOut("wrong").run()).isInstanceOf(WrongPassword.class);
        assertThat(files()).containsExactlyElementsOf(before);
    }

    @Test
    void files_that_nothing_says_to_be_a_repository_are_left_alone() throws IOException {
        Files.delete(place.resolve("config"));
        List<Path> before = files();
        assertThatThrownBy(() -> wipeOut("secret").run())
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("by hand");
        assertThat(files()).containsExactlyElementsOf(before);
    }

    private WipeOut wipeOut(String password) {
        return new WipeOut(access(password), locking());
    }

    private static Locking locking() {
        return new Locking(new LockHealer(Optional.empty(), _ -> false), Duration.ZERO);
    }

    private RepositoryAccess access(String password) {
        return access(password, place);
    }

    private static RepositoryAccess access(String password, Path place) {
        Storage storage = new Storage("demo/store", "demo/secret", place.toString(), BackendOptions.none(), password);
        return new RepositoryAccess(storage, Settings.standard(Optional.empty(), HostIdentity.current()));
    }

    private List<Path> files() throws IOException {
        try (var found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void remove(String part) throws IOException {
        try (var found = Files.walk(place.resolve(part))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
