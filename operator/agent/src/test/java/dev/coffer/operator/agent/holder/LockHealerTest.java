package dev.coffer.operator.agent.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.repository.LockFile;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.agent.access.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LockHealerTest {

    private static final PodIdentity OWN = new PodIdentity("demo", "web-a", "1");
    private static final PodIdentity OTHER = new PodIdentity("demo", "web-b", "2");

    @TempDir
    private Path folder;

    @BeforeEach
    void init() throws IOException {
        access(OWN.holder()).init().close();
    }

    @Test
    void the_lock_of_a_pod_that_is_gone_is_removed() throws IOException {
        try (Repository dead = lockedBy(OTHER.holder());
                Repository repository = access(OWN.holder()).open()) {
            lock(repository, Set.of(OTHER)).close();
            assertThat(dead.locks().list()).isEmpty();
        }
    }

    @Test
    void the_lock_of_a_pod_that_runs_is_respected() throws IOException {
        try (Repository _ = lockedBy(OTHER.holder());
                Repository repository = access(OWN.holder()).open()) {
            assertThatThrownBy(() -> lock(repository, Set.of())).isInstanceOf(RepositoryLocked.class);
            assertThat(repository.locks().list()).hasSize(1);
        }
    }

    @Test
    void a_lock_that_an_earlier_process_of_this_pod_has_left_is_nobodys() {
        LockFile earlier = new LockFile(
                OffsetDateTime.now(ZoneOffset.UTC),
                false,
                OWN.holder(),
                Optional.of(new ProcessMark("this boot", 4026531836L, 1)));
        assertThat(new LockHealer(Optional.of(OWN), _ -> false).isLeftOver(earlier))
                .isTrue();
    }

    @Test
    void a_lock_of_this_process_is_respected() throws IOException {
        try (Repository _ = lockedBy(OWN.holder());
                Repository repository = access(OWN.holder()).open()) {
            assertThatThrownBy(() -> lock(repository, Set.of())).isInstanceOf(RepositoryLocked.class);
        }
    }

    @Test
    void a_lock_of_a_machine_outside_is_respected() throws IOException {
        try (Repository _ = lockedBy(HostIdentity.current().withHostname("laptop"));
                Repository repository = access(OWN.holder()).open()) {
            assertThatThrownBy(() -> lock(repository, Set.of(OTHER))).isInstanceOf(RepositoryLocked.class);
        }
    }

    private static RepositoryLock lock(Repository repository, Set<PodIdentity> gone) throws IOException {
        return new Locking(new LockHealer(Optional.of(OWN), gone::contains), Duration.ZERO)
                .lock(repository, RepositoryLock.Kind.EXCLUSIVE);
    }

    /** As after a crash: the lock is never given back. */
    private Repository lockedBy(HostIdentity holder) throws IOException {
        Repository repository = access(holder).open();
        RepositoryLock lock = repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of());
        assertThat(lock.removed()).isEmpty();
        return repository;
    }

    private RepositoryAccess access(HostIdentity holder) {
        Storage storage = new Storage(
                "demo/store", "demo/secret", folder.resolve("repository").toString(), BackendOptions.none(), "secret");
        return new RepositoryAccess(storage, Settings.standard(Optional.empty(), holder));
    }
}
