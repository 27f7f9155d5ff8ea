package dev.coffer.engine.copy;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCopierTest extends TreeTestCase {

    private static final IOException FAILURE = new BackendException.Transient("the store stumbled", null);

    private final CopyFixture copying = new CopyFixture();
    private final MemoryBackend target = new MemoryBackend();
    private StoredSnapshot snapshot;
    private List<BlobHandle> needed;

    @BeforeEach
    void prepare() throws IOException {
        Node file = fixture.file("file", "content".repeat(1000).getBytes(), new byte[3000]);
        ObjectId folder = fixture.tree(file);
        ObjectId root = fixture.tree(dir("a", folder), dir("b", folder));
        snapshot = fixture.snapshot(root);
        needed = new ArrayList<>(List.of(BlobHandle.tree(folder), BlobHandle.tree(root)));
        Objects.requireNonNull(file.content()).forEach(id -> needed.add(BlobHandle.data(id)));
    }

    private void copy(StoredSnapshot... snapshots) throws IOException {
        copying.copy(fixture.repository(), target, snapshots);
    }

    private void requireAllBlobs() throws IOException {
        try (Repository opened = TestRepositories.open(target)) {
            for (BlobHandle blob : needed) {
                assertThat(opened.blobs().load(blob))
                        .isEqualTo(fixture.repository().blobs().load(blob));
            }
        }
    }

    private List<Snapshot> copies() throws IOException {
        try (Repository opened = TestRepositories.open(target)) {
            return opened.snapshots().list().sound().stream()
                    .map(StoredSnapshot::snapshot)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everything_a_snapshot_needs_is_copied_whatever_the_version(int version) throws Exception {
        TestRepositories.init(target, version, TestRepositories.options());
        copy(snapshot);
        assertThat(copies())
                .extracting(Snapshot::tree)
                .containsExactly(snapshot.snapshot().tree());
        requireAllBlobs();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true"})
    void blobs_are_compressed_if_the_other_repository_can_hold_such(int version, boolean compressed) throws Exception {
        TestRepositories.init(target, version, TestRepositories.options());
        copy(snapshot);
        try (Repository opened = TestRepositories.open(target)) {
            assertThat(needed)
                    .extracting(
                            blob -> opened.index().lookup(blob).orElseThrow().blob())
                    .extracting(PackedBlob::compressed)
                    .containsOnly(compressed);
        }
    }

    @Test
    void a_copy_refers_to_its_source_and_to_no_parent() throws Exception {
        TestRepositories.init(target);
        Snapshot child = snapshot.snapshot().toBuilder().parent(snapshot.id()).build();
        StoredSnapshot stored =
                new StoredSnapshot(fixture.repository().snapshots().save(child), child);
        copy(stored);
        assertThat(copies())
                .containsExactly(
                        child.toBuilder().parent(null).original(stored.id()).build());
    }

    @Test
    void a_copy_of_a_copy_refers_to_the_first() throws Exception {
        TestRepositories.init(target);
        ObjectId first = ObjectId.of(new byte[7]);
        copy(new StoredSnapshot(
                snapshot.id(), snapshot.snapshot().toBuilder().original(first).build()));
        assertThat(copies()).extracting(Snapshot::original).containsExactly(first);
    }

    @Test
    void what_is_there_already_is_not_copied_again() throws Exception {
        TestRepositories.init(target);
        copy(snapshot);
        copy(snapshot);
        assertThat(copying.present).containsExactly(snapshot);
        assertThat(copies()).hasSize(1);
    }

    @Test
    void a_snapshot_of_the_same_origin_with_other_tags_is_another_one() throws Exception {
        TestRepositories.init(target);
        copy(snapshot);
        copy(new StoredSnapshot(
                snapshot.id(),
                snapshot.snapshot().toBuilder().tags(List.of("new")).build()));
        assertThat(copies()).hasSize(2);
    }

    @Test
    void data_that_are_there_already_are_not_stored_again() throws Exception {
        TestRepositories.init(target);
        StoredSnapshot later =
                fixture.snapshot(fixture.tree(dir("c", snapshot.snapshot().tree())));
        copy(snapshot);
        int packs = target.names(FileType.PACK).size();
        copy(later);
        assertThat(target.names(FileType.PACK)).hasSize(packs + 1);
    }

    @Test
    void what_the_source_lacks_is_named_and_the_snapshots_before_it_are_copied() throws Exception {
        TestRepositories.init(target);
        Node file = Node.builder("f", NodeType.FILE)
                .content(List.of(ObjectId.of(new byte[5])))
                .build();
        StoredSnapshot damaged = fixture.snapshot(fixture.tree(file));
        assertThatThrownBy(() -> copy(snapshot, damaged))
                .isInstanceOf(CorruptData.class)
                .hasMessageContaining(damaged.id().shortHex());
        assertThat(copies()).hasSize(1);
        requireAllBlobs();
    }

    @Test
    void damage_in_the_source_is_found() throws Exception {
        TestRepositories.init(target);
        Repository source = fixture.repository();
        source.index().forEach((pack, blob) -> {
            if (blob.handle().type() == BlobType.DATA) {
                fixture.backend().damage(Handle.of(FileType.PACK, pack.toString()), (int) blob.offset() + 20);
            }
        });
        assertThatThrownBy(() -> copy(snapshot)).isInstanceOf(CorruptData.class);
        assertThat(copies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whenever_the_store_fails_no_snapshot_lacks_anything(int number) throws Exception {
        TestRepositories.init(target);
        FaultyBackend store = new FaultyBackend(target).fromCall(Operation.SAVE, number, new Fault.Refuse(FAILURE));
        assertThatThrownBy(() -> copying.copy(fixture.repository(), store, snapshot))
                .hasMessage(FAILURE.getMessage());
        assertThat(copies()).isEmpty();
        copy(snapshot);
        requireAllBlobs();
    }
}
