package dev.coffer.operator.agent.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.snapshot.GroupKey;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.operator.agent.access.RepositoryAccess;
import dev.coffer.operator.agent.access.Settings;
import dev.coffer.operator.agent.access.Storage;
import dev.coffer.operator.agent.holder.LockHealer;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.api.backup.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class RetentionRunTest {

    @TempDir
    private Path folder;

    private Path data;
    private Repository repository;
    private int day;

    @BeforeEach
    void init() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Storage storage = new Storage(
                "demo/store", "demo/secret", folder.resolve("repository").toString(), BackendOptions.none(), "secret");
        repository = new RepositoryAccess(storage, Settings.standard(Optional.empty(), HostIdentity.current())).init();
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    @Test
    void what_the_policy_does_not_keep_is_removed() throws IOException {
        backUp("host-0", 3);
        assertThat(apply(keepLast(2), "host-0")).isEqualTo(new RetentionRun.Outcome(1, "Removed 1 snapshots."));
        assertThat(repository.snapshots().listIds()).hasSize(2);
    }

    @Test
    void snapshots_of_others_are_left_alone() throws IOException {
        backUp("host-0", 3);
        backUp("host-1", 3);
        apply(keepLast(1), "host-0");
        assertThat(hosts()).containsExactlyInAnyOrder("host-0", "host-1", "host-1", "host-1");
    }

    @Test
    void each_host_has_its_own_count() throws IOException {
        backUp("host-0", 3);
        backUp("host-1", 3);
        apply(keepLast(1), "host-0", "host-1");
        assertThat(hosts()).containsExactlyInAnyOrder("host-0", "host-1");
    }

    @Test
    void a_policy_that_keeps_nothing_of_a_host_removes_nothing_at_all() throws IOException {
        backUp("host-0", 2);
        RetentionPolicy tagged =
                new RetentionPolicy("tagged", null, null, null, null, null, null, List.of("precious"), false, null);
        assertThatThrownBy(() -> apply(tagged, "host-0"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("keeps none of the 2 snapshots");
        assertThat(repository.snapshots().listIds()).hasSize(2);
    }

    @Test
    void a_policy_without_rules_keeps_everything() throws IOException {
        backUp("host-0", 2);
        RetentionPolicy empty = new RetentionPolicy("empty", null, 0L, null, null, null, null, List.of(), true, null);
        assertThat(apply(empty, "host-0").removed()).isZero();
        assertThat(repository.snapshots().listIds()).hasSize(2);
    }

    @Test
    void a_dry_run_tells_and_removes_nothing() throws IOException {
        backUp("host-0", 3);
        RetentionPolicy rehearsal =
                new RetentionPolicy("last", 1L, null, null, null, null, null, List.of(), true, true);
        assertThat(apply(rehearsal, "host-0").message()).contains("2 snapshots would be removed");
        assertThat(repository.snapshots().listIds()).hasSize(3);
    }

    @Test
    void data_that_nobody_needs_any_more_goes_with_pruning() throws IOException {
        backUp("host-0", 3);
        long before = bytes();
        RetentionPolicy pruning = new RetentionPolicy("last", 1L, null, null, null, null, null, List.of(), true, null);
        assertThat(apply(pruning, "host-0").message()).startsWith("Removed 2 snapshots and ");
        assertThat(bytes()).isLessThan(before);
    }

    private RetentionRun.Outcome apply(RetentionPolicy policy, String... hosts) throws IOException {
        Set<GroupKey> groups = Set.copyOf(List.of(hosts).stream()
                .map(host -> GroupKey.ofHostAndPaths(host, Set.of(data.toString())))
                .toList());
        Locking locking = new Locking(new LockHealer(Optional.empty(), _ -> false), Duration.ZERO);
        return new RetentionRun(repository, locking, ProgressListener.NONE).apply(policy, groups);
    }

    private static RetentionPolicy keepLast(long number) {
        return new RetentionPolicy("last", number, null, null, null, null, null, List.of(), false, null);
    }

    private void backUp(String host, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            Files.writeString(data.resolve("file"), host + " " + day + " ".repeat(5000));
            SnapshotLabels labels = new SnapshotLabels(
                    OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusDays(day++),
                    HostIdentity.current().withHostname(host),
                    List.of(),
                    List.of(),
                    "test");
            try (RepositoryLock _ = repository.lock(RepositoryLock.Kind.SHARED, Duration.ZERO, Set.of())) {
                new Archiver(repository, LocalFiles.host(), ProgressListener.NONE)
                        .backup(BackupRequest.of(
                                new BackupSource.Targets(List.of(data.toString()), "/", FilterRules.NONE), labels));
            }
        }
    }

    private List<String> hosts() throws IOException {
        return repository.snapshots().list().sound().stream()
                .map(stored -> stored.snapshot().hostname())
                .toList();
    }

    private long bytes() throws IOException {
        return repository.packSizes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
