package dev.coffer.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repository that has lost packs, which no index lists any more, and a copy of it that has them. */
class BlobRecoveryTest {

    private PruneFixture fixture;
    private MemoryBackend damaged;
    private MemoryBackend copy;
    private final List<RepairNote> notes = new ArrayList<>();

    @BeforeEach
    void backUp() throws IOException {
        fixture = new PruneFixture();
        fixture.backUp("first", "second");
        copy = fixture.backend().copy();
        damaged = fixture.backend().copy();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private static void lose(MemoryBackend backend, Predicate<IndexedPack> which) throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            Set<ObjectId> lost = new HashSet<>();
            for (IndexedPack pack : repository.index().packsWithBlobs()) {
                if (which.test(pack)) {
                    lost.add(pack.pack());
                }
            }
            repository.indexRewriter().rewrite(repository.index(), lost);
            lost.forEach(pack -> backend.lose(Handle.of(FileType.PACK, pack.toString())));
        }
    }

    private static boolean holds(IndexedPack pack, BlobType type) {
        return pack.blobs().getFirst().handle().type() == type;
    }

    private BlobRecovery.Result recover(BlobSource... sources) throws IOException {
        try (Repository repository = TestRepositories.open(damaged)) {
            return new BlobRecovery(repository, List.of(sources), notes::add, ProgressListener.NONE).recover();
        }
    }

    private BlobRecovery.Result recoverFrom(MemoryBackend other) throws IOException {
        try (Repository repository = TestRepositories.open(other)) {
            return recover(new OtherRepository(repository));
        }
    }

    @Test
    void data_come_back_from_another_repository() throws IOException {
        lose(damaged, pack -> holds(pack, BlobType.DATA));
        assertThat(recoverFrom(copy)).isEqualTo(new BlobRecovery.Result(2, 0));
        assertThat(PruneFixture.findings(damaged)).isEmpty();
    }

    @Test
    void so_do_trees_and_what_only_they_lead_to() throws IOException {
        lose(damaged, _ -> true);
        assertThat(recoverFrom(copy)).isEqualTo(new BlobRecovery.Result(3, 0));
        assertThat(PruneFixture.findings(damaged)).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void nothing_is_stored_that_is_there() throws IOException {
        Set<String> before = damaged.names(FileType.PACK);
        assertThat(recoverFrom(copy)).isEqualTo(new BlobRecovery.Result(0, 0));
        assertThat(damaged.names(FileType.PACK)).isEqualTo(before);
    }

    @Test
    void what_the_other_repository_does_not_have_is_told_to_be_lost() throws IOException {
        lose(damaged, pack -> holds(pack, BlobType.DATA));
        lose(copy, pack -> holds(pack, BlobType.DATA));
        assertThat(recoverFrom(copy)).isEqualTo(new BlobRecovery.Result(0, 2));
        assertThat(notes).hasSize(2).allMatch(RepairNote.BlobLost.class::isInstance);
    }

    @Test
    void what_is_damaged_there_is_passed_over() throws IOException {
        lose(damaged, pack -> holds(pack, BlobType.DATA));
        try (Repository repository = TestRepositories.open(copy)) {
            ObjectId first = ObjectId.of("first".getBytes(StandardCharsets.UTF_8));
            var place = repository.index().lookup(BlobHandle.data(first)).orElseThrow();
            copy.damage(
                    Handle.of(FileType.PACK, place.pack().toString()),
                    (int) place.blob().offset() + 5);
        }
        assertThat(recoverFrom(copy)).isEqualTo(new BlobRecovery.Result(1, 1));
    }

    @Test
    void each_source_is_asked_for_what_those_before_do_not_have() throws IOException {
        lose(damaged, pack -> holds(pack, BlobType.DATA));
        List<Set<BlobHandle>> questions = new ArrayList<>();
        BlobSource one = (wanted, sink) -> {
            questions.add(Set.copyOf(wanted));
            byte[] first = "first".getBytes(StandardCharsets.UTF_8);
            sink.found(BlobHandle.data(ObjectId.of(first)), first, first.length);
        };
        BlobSource none = (wanted, _) -> questions.add(Set.copyOf(wanted));
        assertThat(recover(one, none)).isEqualTo(new BlobRecovery.Result(1, 1));
        assertThat(questions).extracting(Set::size).containsExactly(2, 1);
    }

    @Test
    void a_snapshot_that_cannot_be_read_is_told() throws IOException {
        String snapshot = damaged.names(FileType.SNAPSHOT).iterator().next();
        damaged.damage(Handle.of(FileType.SNAPSHOT, snapshot), 40);
        recoverFrom(copy);
        assertThat(notes).singleElement().isInstanceOf(RepairNote.SnapshotUnreadable.class);
    }
}
