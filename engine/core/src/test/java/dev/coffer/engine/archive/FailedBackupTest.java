package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.FileType;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend.Call;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.testing.RandomData;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailedBackupTest extends BackupTestCase {

    private final RandomData random = new RandomData(7);

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < 60; i++) {
            fixture.write("dir-" + i % 7 + "/file-" + i, random.bytes(700_000));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PACK", "INDEX", "SNAPSHOT"})
    void a_store_that_fails_ends_the_backup_without_a_snapshot(FileType type) throws IOException {
        IOException failure = new IOException("the store is broken");
        fixture.backend.when(
                call -> call.operation() == Operation.SAVE && call.type() == type, new Fault.Refuse(failure));
        assertThatThrownBy(fixture::backup).isSameAs(failure);
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }

    @Test
    void the_next_backup_uses_what_a_failed_one_has_stored() throws IOException {
        fixture.backend.when(
                call -> call.operation() == Operation.SAVE && call.type() == FileType.SNAPSHOT,
                new Fault.Refuse(new IOException("the store is broken")));
        assertThatThrownBy(fixture::backup).hasMessage("the store is broken");
        fixture.backend.recover();
        try (var reopened = TestRepositories.open(fixture.backend)) {
            BackupSummary summary =
                    new Archiver(reopened, fixture.files.files(), fixture.events::add).backup(fixture.request());
            assertThat(summary.facts().dataAdded()).isZero();
            assertThat(summary.facts().filesNew()).isEqualTo(60);
        }
    }

    @Test
    void packs_are_stored_before_the_index_and_the_index_before_the_snapshot() throws IOException {
        int before = fixture.backend.calls().size();
        fixture.backup();
        List<FileType> saved = fixture.backend.calls().stream()
                .skip(before)
                .filter(call -> call.operation() == Operation.SAVE)
                .map(Call::type)
                .toList();
        assertThat(saved.getLast()).isEqualTo(FileType.SNAPSHOT);
        assertThat(saved.get(saved.size() - 2)).isEqualTo(FileType.INDEX);
        assertThat(saved.subList(0, saved.size() - 2)).isNotEmpty().containsOnly(FileType.PACK);
    }

    @Test
    void a_source_that_fails_in_an_unforeseen_way_ends_the_backup() throws IOException {
        RuntimeException failure = new IllegalStateException("broken");
        fixture.files.when("list", "/dir-3", _ -> {
            throw failure;
        });
        assertThatThrownBy(fixture::backup).isSameAs(failure);
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }

    @Test
    void a_parent_that_cannot_be_loaded_ends_the_backup_however_far_ahead_the_source_is_listed() throws IOException {
        for (int i = 0; i < 2000; i++) {
            fixture.write("empty-" + i, "");
        }
        BackupSummary first = fixture.backup();
        IOException failure = new IOException("the store is broken");
        fixture.backend.when(
                call -> call.operation() == Operation.LOAD && call.type() == FileType.PACK, new Fault.Refuse(failure));
        assertThatThrownBy(fixture::backup).isSameAs(failure);
        assertThat(fixture.repository.snapshots().listIds())
                .containsExactly(first.snapshot().orElseThrow());
    }

    @Test
    void an_interrupted_backup_ends_although_the_store_hangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        fixture.backend.when(
                call -> call.operation() == Operation.SAVE && call.type() == FileType.PACK, new Fault.Hold(never));
        CompletableFuture<BackupSummary> result = new CompletableFuture<>();
        Thread backup = Thread.ofPlatform().start(() -> {
            try {
                result.complete(fixture.backup());
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        while (fixture.backend.calls().stream().noneMatch(call -> call.type() == FileType.PACK)) {
            Thread.sleep(1);
        }
        backup.interrupt();
        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedIOException.class);
        assertThat(fixture.repository.snapshots().listIds()).isEmpty();
    }
}
