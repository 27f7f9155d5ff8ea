package dev.coffer.engine.repository;

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
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexRewriterTest {

    private static final int FULL = 50_000;

    private final MemoryBackend files = new MemoryBackend();
    private final FaultyBackend backend = new FaultyBackend(files);
    private Repository repository;

    @BeforeEach
    void init() throws IOException {
        repository = TestRepositories.init(backend);
    }

    @AfterEach
    void close() throws IOException {
        repository.close();
    }

    private static ObjectId id(String name) {
        return ObjectId.of(name.getBytes(StandardCharsets.UTF_8));
    }

    private static IndexedPack pack(String name, int blobs) {
        List<PackedBlob> content = new ArrayList<>();
        for (int i = 0; i < blobs; i++) {
            content.add(new PackedBlob(BlobHandle.data(id(name + i)), 100L * i, 100, 0));
        }
        return new IndexedPack(id(name), content);
    }

    /** Stores an index file; returns its name. */
    private String store(IndexedPack... packs) throws IOException {
        return repository
                .files()
                .save(FileType.INDEX, document -> IndexCodec.encode(List.of(packs), document))
                .toString();
    }

    private static Index indexOf(IndexedPack... packs) {
        Index index = new Index();
        Arrays.stream(packs).forEach(pack -> index.add(pack.pack(), pack.blobs()));
        return index;
    }

    /** What the index files list, sorted, every time a pack is listed. */
    private List<String> listed() throws IOException {
        List<String> packs = new ArrayList<>();
        for (ObjectId file : repository.indexFiles().list()) {
            for (IndexedPack pack : repository.indexFiles().load(file)) {
                packs.add(pack.pack() + " " + pack.blobs().size());
            }
        }
        return packs.stream().sorted().toList();
    }

    private void rewrite(Index index, String... without) throws IOException {
        repository
                .indexRewriter()
                .rewrite(
                        index, Arrays.stream(without).map(IndexRewriterTest::id).toList());
    }

    @Test
    void packs_to_be_left_out_are_listed_no_more() throws IOException {
        IndexedPack kept = pack("kept", 2);
        IndexedPack gone = pack("gone", 2);
        store(kept, gone);
        rewrite(indexOf(kept, gone), "gone");
        assertThat(listed()).containsExactly(id("kept") + " 2");
    }

    @Test
    void marks_go_unless_they_are_wanted() throws IOException {
        store(pack("a", 1));
        repository.packMarks().add(List.of(id("a")), Instant.EPOCH);
        repository.indexRewriter().rewriteAroundMarks(indexOf(pack("a", 1)), List.of());
        assertThat(files.names(FileType.INDEX)).hasSize(2);
        rewrite(indexOf(pack("a", 1)));
        assertThat(files.names(FileType.INDEX)).hasSize(1);
        assertThat(listed()).containsExactly(id("a") + " 1");
    }

    @Test
    void small_files_become_one() throws IOException {
        store(pack("a", 1));
        store(pack("b", 1));
        rewrite(indexOf(pack("a", 1), pack("b", 1)));
        assertThat(files.names(FileType.INDEX)).hasSize(1);
        assertThat(listed()).hasSize(2);
    }

    @Test
    void a_full_file_that_is_right_stays_as_it_is() throws IOException {
        String full = store(pack("full", FULL));
        store(pack("gone", 1));
        rewrite(indexOf(pack("full", FULL), pack("gone", 1)), "gone");
        assertThat(files.names(FileType.INDEX)).containsExactly(full);
    }

    @Test
    void a_full_file_that_lists_a_pack_to_be_left_out_does_not_stay() throws IOException {
        String full = store(pack("full", FULL), pack("gone", 1));
        rewrite(indexOf(pack("full", FULL), pack("gone", 1)), "gone");
        assertThat(files.names(FileType.INDEX)).hasSize(1).doesNotContain(full);
        assertThat(listed()).containsExactly(id("full") + " " + FULL);
    }

    @Test
    void of_two_files_that_list_the_same_packs_one_is_left() throws IOException {
        store(pack("full", FULL));
        store(pack("full", FULL));
        rewrite(indexOf(pack("full", FULL)));
        assertThat(listed()).hasSize(1);
    }

    @Test
    void a_pack_that_several_files_list_in_parts_is_listed_as_a_whole() throws IOException {
        IndexedPack whole = pack("split", 4);
        store(new IndexedPack(whole.pack(), whole.blobs().subList(0, 1)));
        store(new IndexedPack(whole.pack(), whole.blobs().subList(1, 4)));
        rewrite(indexOf(whole));
        assertThat(listed()).containsExactly(id("split") + " 4");
    }

    @Test
    void a_damaged_file_gives_way_to_what_is_known() throws IOException {
        files.damage(Handle.of(FileType.INDEX, store(pack("a", 2))), 40);
        rewrite(indexOf(pack("a", 2)));
        assertThat(listed()).containsExactly(id("a") + " 2");
    }

    @Test
    void no_new_file_is_longer_than_one_that_a_backup_writes() throws IOException {
        IndexedPack[] packs = {pack("a", FULL / 2), pack("b", FULL / 2), pack("c", FULL / 2)};
        rewrite(indexOf(packs));
        assertThat(files.names(FileType.INDEX)).hasSize(2);
        assertThat(listed()).hasSize(3);
    }

    @Test
    void everything_new_is_stored_before_anything_old_is_removed() throws IOException {
        store(pack("a", 1));
        backend.when(
                call -> call.operation() == Operation.SAVE && call.type() == FileType.INDEX,
                new Fault.Refuse(new BackendException.Full("full", null)));
        assertThatThrownBy(() -> rewrite(indexOf(pack("a", 1), pack("b", 1)))).hasMessage("full");
        assertThat(listed()).containsExactly(id("a") + " 1");
        assertThat(backend.count(Operation.REMOVE)).isZero();
    }

    @Test
    void an_old_file_that_stays_against_our_will_is_a_failure() throws IOException {
        store(pack("gone", 1));
        backend.when(
                call -> call.operation() == Operation.REMOVE,
                new Fault.Refuse(new BackendException.Denied("go away", null)));
        assertThatThrownBy(() -> rewrite(indexOf(pack("gone", 1)), "gone")).hasMessage("go away");
    }

    @Test
    void a_file_that_cannot_be_read_at_present_is_no_reason_to_remove_it() throws IOException {
        store(pack("a", 1));
        backend.when(
                call -> call.operation() == Operation.LOAD,
                new Fault.Refuse(new BackendException.Denied("go away", null)));
        assertThatThrownBy(() -> rewrite(indexOf(pack("a", 1)))).hasMessage("go away");
        backend.recover();
        assertThat(listed()).hasSize(1);
    }
}
