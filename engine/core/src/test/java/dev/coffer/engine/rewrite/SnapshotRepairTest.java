package dev.coffer.engine.rewrite;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SnapshotRepairTest extends TreeTestCase {

    private static final ObjectId LOST = ObjectId.of(new byte[] {1});

    private final List<String> notices = new ArrayList<>();

    private RewriteOutcome repair(StoredSnapshot snapshot, Original original) throws IOException {
        return repair(fixture.repository(), snapshot, original);
    }

    private RewriteOutcome repair(Repository repository, StoredSnapshot snapshot, Original original)
            throws IOException {
        try (SnapshotRepair repair = new SnapshotRepair(repository, original, event -> {
            if (event instanceof ProgressEvent.Notice(String message)) {
                notices.add(message);
            }
        })) {
            return repair.repair(snapshot);
        }
    }

    private Snapshot repaired(ObjectId tree) throws IOException {
        RewriteOutcome outcome = repair(fixture.snapshot(tree), Original.KEPT);
        assertThat(outcome).isInstanceOf(RewriteOutcome.Saved.class);
        ObjectId id = ((RewriteOutcome.Saved) outcome).id();
        return fixture.repository().snapshots().load(id).snapshot();
    }

    private List<Node> nodes(ObjectId tree) throws IOException {
        return TreeReader.readAll(fixture.repository().blobs().load(BlobHandle.tree(tree)));
    }

    @Test
    void a_sound_snapshot_stays_alone() throws Exception {
        StoredSnapshot sound = fixture.snapshot(fixture.tree(dir("a", fixture.tree(fixture.file("f", "text")))));
        assertThat(repair(sound, Original.REMOVED)).isEqualTo(new RewriteOutcome.Unchanged());
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(sound.id());
        assertThat(notices).isEmpty();
    }

    @Test
    void a_file_keeps_the_pieces_that_are_there() throws Exception {
        Node file = fixture.file("file", new byte[10], new byte[20]);
        List<ObjectId> content = new ArrayList<>(Objects.requireNonNull(file.content()));
        content.add(1, LOST);
        Snapshot repaired = repaired(fixture.tree(file.withContent(content, 130)));
        assertThat(nodes(repaired.tree())).containsExactly(file);
        assertThat(notices).containsExactly("/file: removed 1 of 3 pieces, which are lost");
    }

    @Test
    void a_wrong_size_is_corrected() throws Exception {
        Node file = fixture.file("file", "four");
        Snapshot repaired = repaired(fixture.tree(file.toBuilder().size(5).build()));
        assertThat(nodes(repaired.tree())).containsExactly(file);
        assertThat(notices).containsExactly("/file: corrected the size, from 5 to 4 bytes");
    }

    @Test
    void a_folder_that_is_lost_becomes_empty() throws Exception {
        Snapshot repaired = repaired(fixture.tree(dir("lost", LOST)));
        assertThat(nodes(repaired.tree())).containsExactly(dir("lost", fixture.tree()));
        assertThat(notices).containsExactly("/lost: what was in this folder is lost");
    }

    @Test
    void a_folder_that_breaks_off_becomes_empty() throws Exception {
        ObjectId broken = fixture.rawTree("{\"nodes\":[{\"name\":\"x\",\"type\":\"fifo\"},{]}");
        Snapshot repaired = repaired(fixture.tree(dir("broken", broken)));
        assertThat(nodes(repaired.tree())).containsExactly(dir("broken", fixture.tree()));
    }

    @Test
    void a_folder_without_a_tree_becomes_empty() throws Exception {
        Node damaged = Node.builder("damaged", NodeType.DIR).build();
        Snapshot repaired = repaired(fixture.tree(damaged));
        assertThat(nodes(repaired.tree())).containsExactly(damaged.withSubtree(fixture.tree()));
    }

    @Test
    void what_is_of_no_known_type_goes() throws Exception {
        Node unknown = Node.builder("odd", NodeType.UNKNOWN).build();
        Snapshot repaired = repaired(fixture.tree(unknown, fixture.file("sound", "1")));
        assertThat(nodes(repaired.tree())).extracting(Node::name).containsExactly("sound");
    }

    @Test
    void the_new_snapshot_is_told_apart_by_a_tag() throws Exception {
        assertThat(repaired(fixture.tree(dir("lost", LOST))).tags()).containsExactly("old", "repaired");
    }

    @Test
    void what_snapshots_share_is_told_once() throws Exception {
        ObjectId folder = fixture.tree(dir("lost", LOST));
        repaired(fixture.tree(dir("a", folder), dir("b", folder)));
        assertThat(notices).containsExactly("/a/lost: what was in this folder is lost");
    }

    @Test
    void a_snapshot_of_which_nothing_is_left_stays_unless_its_removal_is_asked_for() throws Exception {
        StoredSnapshot lost = fixture.snapshot(LOST);
        assertThat(repair(lost, Original.KEPT)).isEqualTo(new RewriteOutcome.Lost());
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(lost.id());
    }

    @Test
    void a_snapshot_of_which_nothing_is_left_goes_if_that_is_asked_for() throws Exception {
        assertThat(repair(fixture.snapshot(LOST), Original.REMOVED)).isEqualTo(new RewriteOutcome.Removed());
        assertThat(fixture.repository().snapshots().listIds()).isEmpty();
    }

    @Test
    void a_sound_folder_stays_as_another_program_has_written_it() throws Exception {
        ObjectId foreign = fixture.rawTree("{\"nodes\":[{\"name\":\"x\",\"type\":\"fifo\",\"colour\":\"red\"}]}");
        StoredSnapshot sound = fixture.snapshot(fixture.tree(dir("foreign", foreign)));
        assertThat(repair(sound, Original.KEPT)).isEqualTo(new RewriteOutcome.Unchanged());
    }

    @Test
    void what_a_damaged_folder_loses_besides_is_told() throws Exception {
        ObjectId foreign = fixture.rawTree("{\"nodes\":[{\"name\":\"x\",\"type\":\"odd\",\"colour\":\"red\"}]}");
        repaired(fixture.tree(dir("foreign", foreign)));
        assertThat(notices).hasSize(2).last().asString().startsWith("/foreign: another program has recorded");
    }

    @Test
    void what_cannot_be_read_just_now_does_not_count_as_lost() throws Exception {
        StoredSnapshot sound = fixture.snapshot(fixture.tree(dir("a", fixture.tree(fixture.file("f", "1")))));
        FaultyBackend store = new FaultyBackend(fixture.backend());
        Repository repository = TestRepositories.open(store);
        store.fromCall(
                Operation.LOAD,
                store.count(Operation.LOAD) + 1,
                new Fault.Refuse(new BackendException.Transient("the store stumbled", null)));
        assertThatThrownBy(() -> repair(repository, sound, Original.REMOVED)).hasMessageContaining("stumbled");
        assertThat(fixture.repository().snapshots().listIds()).containsExactly(sound.id());
    }
}
