package dev.coffer.engine.check;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of damage leads to exactly one finding. */
class CheckerTest {

    private TreeFixture fixture;
    private MemoryBackend backend;
    private ObjectId data;
    private ObjectId sub;
    private ObjectId root;
    private ObjectId snapshot;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void backUp() throws IOException {
        fixture = new TreeFixture();
        backend = fixture.backend();
        data = fixture.data("content".repeat(100).getBytes(StandardCharsets.UTF_8));
        sub = fixture.tree(fixture.file("file", "content".repeat(100)));
        root = fixture.tree(
                dir("sub", sub), dir("same", sub).toBuilder().name("too").build());
        fixture.repository();
        snapshot = save(root, "host");
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private ObjectId save(ObjectId tree, String host) throws IOException {
        Snapshot made = Snapshot.builder(OffsetDateTime.parse("2020-01-01T00:00:00Z"), tree)
                .paths(List.of("/"))
                .hostname(host)
                .build();
        return fixture.repository().snapshots().save(made);
    }

    private CheckSummary check(Backend store, CheckRequest request) throws IOException {
        findings.clear();
        try (Repository repository = Repository.open(
                store, Password.of(TestRepositories.PASSWORD), Optional.empty(), TestRepositories.options())) {
            return new Checker(repository, findings::add, ProgressListener.NONE, new Random(1)).check(request);
        }
    }

    private CheckSummary check(CheckRequest request) throws IOException {
        return check(backend, request);
    }

    private IndexedPack packOf(BlobHandle blob) throws IOException {
        ObjectId pack = fixture.repository().index().lookup(blob).orElseThrow().pack();
        for (IndexedPack indexed : fixture.repository().index().packsWithBlobs()) {
            if (indexed.pack().equals(pack)) {
                return indexed;
            }
        }
        throw new AssertionError("no such pack");
    }

    private IndexedPack dataPack() throws IOException {
        return packOf(BlobHandle.data(data));
    }

    private IndexedPack treePack() throws IOException {
        return packOf(BlobHandle.tree(root));
    }

    private static Handle handle(IndexedPack pack) {
        return Handle.of(FileType.PACK, pack.pack().toString());
    }

    @Test
    void a_sound_repository_gives_no_findings() throws IOException {
        CheckSummary summary = check(CheckRequest.everything());
        assertThat(findings).isEmpty();
        assertThat(summary.toJson())
                .isEqualTo("{\"message_type\":\"summary\",\"num_errors\":0,\"broken_packs\":null,"
                        + "\"suggest_repair_index\":false,\"suggest_prune\":false}");
    }

    @Test
    void unused_blobs_are_no_error() throws IOException {
        fixture.data(new byte[] {1, 2, 3});
        fixture.repository();
        check(CheckRequest.everything());
        assertThat(findings).isEmpty();
    }

    @Test
    void a_lost_data_pack() throws IOException {
        backend.lose(handle(dataPack()));
        assertThat(check(CheckRequest.everything()).errors()).isEqualTo(1);
        assertThat(findings).containsExactly(new Finding.PackMissing(dataPack().pack()));
    }

    @Test
    void a_lost_tree_pack_takes_the_trees_with_it() throws IOException {
        backend.lose(handle(treePack()));
        check(CheckRequest.structure());
        assertThat(findings)
                .hasSize(2)
                .contains(new Finding.PackMissing(treePack().pack()));
        assertThat(findings.getLast()).isInstanceOf(Finding.TreeDamaged.class);
    }

    @Test
    void a_shortened_pack() throws IOException {
        byte[] bytes = backend.bytes(handle(dataPack()));
        backend.overwrite(handle(dataPack()), Arrays.copyOf(bytes, bytes.length - 1));
        CheckSummary summary = check(CheckRequest.structure());
        assertThat(findings)
                .containsExactly(new Finding.PackSizeWrong(dataPack().pack(), bytes.length, bytes.length - 1));
        assertThat(summary.brokenPacks()).containsExactly(dataPack().pack());
    }

    @Test
    void a_pack_that_no_index_knows() throws IOException {
        byte[] bytes = {1, 2, 3};
        backend.save(Handle.of(FileType.PACK, ObjectId.of(bytes).toString()), Content.of(bytes));
        CheckSummary summary = check(CheckRequest.everything());
        assertThat(findings).containsExactly(new Finding.PackNotIndexed(ObjectId.of(bytes)));
        assertThat(summary.isSound()).isTrue();
        assertThat(summary.suggestPrune()).isTrue();
    }

    @Test
    void a_damaged_index_ends_the_check() throws IOException {
        String index = backend.names(FileType.INDEX).first();
        backend.damage(Handle.of(FileType.INDEX, index), 5);
        backend.lose(handle(dataPack()));
        CheckSummary summary = check(CheckRequest.everything());
        assertThat(findings).singleElement().isInstanceOf(Finding.IndexDamaged.class);
        assertThat(summary.suggestRepairIndex()).isTrue();
    }

    @Test
    void a_pack_in_two_indexes() throws IOException {
        fixture.repository().files().save(FileType.INDEX, document -> IndexCodec.encode(List.of(dataPack()), document));
        CheckSummary summary = check(CheckRequest.everything());
        assertThat(findings).singleElement().isInstanceOf(Finding.PackInSeveralIndexes.class);
        assertThat(summary.isSound()).isTrue();
        assertThat(summary.suggestRepairIndex()).isTrue();
    }

    @Test
    void a_damaged_snapshot() throws IOException {
        backend.damage(Handle.of(FileType.SNAPSHOT, snapshot.toString()), 40);
        assertThat(check(CheckRequest.everything()).errors()).isEqualTo(1);
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .isInstanceOfSatisfying(
                                Finding.SnapshotDamaged.class,
                                damaged -> assertThat(damaged.snapshot()).isEqualTo(snapshot)));
    }

    @Test
    void a_snapshot_that_the_store_does_not_hand_out() throws IOException {
        Optional<Handle> file = Optional.of(Handle.of(FileType.SNAPSHOT, snapshot.toString()));
        Fault denied = new Fault.Refuse(new BackendException.Denied("go away", null));
        Backend closed = new FaultyBackend(backend)
                .when(
                        call -> call.operation() == Operation.LOAD
                                && call.handle().equals(file),
                        denied);
        assertThat(check(closed, CheckRequest.structure()).errors()).isEqualTo(1);
        assertThat(findings).singleElement().isInstanceOf(Finding.SnapshotUnreadable.class);
    }

    @Test
    void a_flipped_bit_in_data_is_found_only_by_reading_it() throws IOException {
        backend.damage(handle(dataPack()), 40);
        check(CheckRequest.structure());
        assertThat(findings).isEmpty();
        CheckSummary summary = check(CheckRequest.everything());
        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.PackDamaged.class, damaged -> {
            assertThat(damaged.pack()).isIn(summary.brokenPacks());
            assertThat(damaged.problems())
                    .hasExactlyElementsOfTypes(PackProblem.BlobDamaged.class, PackProblem.WrongHash.class);
        });
    }

    @Test
    void a_flipped_bit_in_a_header() throws IOException {
        int length = backend.bytes(handle(dataPack())).length;
        backend.damage(handle(dataPack()), length - 10);
        check(CheckRequest.everything());
        assertThat(findings)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.PackDamaged.class,
                        damaged -> assertThat(damaged.problems())
                                .hasExactlyElementsOfTypes(
                                        PackProblem.WrongHash.class, PackProblem.HeaderDamaged.class));
    }

    @Test
    void a_damaged_copy_in_a_cache_is_no_finding() throws IOException {
        DamagedOnce once = new DamagedOnce(backend, handle(dataPack()));
        check(once, CheckRequest.everything());
        assertThat(findings).isEmpty();
        assertThat(once.evicted()).isTrue();
    }

    @Test
    void trees_of_other_snapshots_are_left_alone() throws IOException {
        save(ObjectId.of(new byte[] {9}), "other");
        check(new CheckRequest(made -> made.hostname().equals("host"), new DataSubset.None(), new VerifiedPacks()));
        assertThat(findings).isEmpty();
        assertThat(check(CheckRequest.structure()).errors()).isEqualTo(1);
        assertThat(findings)
                .containsExactly(
                        new Finding.TreeDamaged(ObjectId.of(new byte[] {9}), List.of(new TreeProblem.Missing())));
    }

    @Test
    void groups_share_out_all_packs() throws IOException {
        backend.damage(handle(dataPack()), 40);
        long errors = 0;
        for (int group = 1; group <= 256; group += 1) {
            boolean own = dataPack().pack().firstByte() == group - 1;
            if (own || group % 64 == 0) {
                errors += check(new CheckRequest(_ -> true, new DataSubset.Group(group, 256), new VerifiedPacks()))
                        .errors();
            }
        }
        assertThat(errors).isEqualTo(1);
    }

    @Test
    void only_packs_that_were_read_and_are_sound_count_as_verified() throws IOException {
        backend.damage(handle(dataPack()), 40);
        VerifiedPacks verified = new VerifiedPacks();
        check(new CheckRequest(_ -> true, new DataSubset.None(), verified));
        assertThat(verified.lines()).isEmpty();
        check(new CheckRequest(_ -> true, new DataSubset.All(), verified));
        assertThat(verified.lines()).isNotEmpty();
        assertThat(verified.last(dataPack().pack())).isEmpty();
    }
}
