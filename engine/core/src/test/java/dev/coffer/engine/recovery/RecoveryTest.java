package dev.coffer.engine.recovery;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecoveryTest extends TreeTestCase {

    private static final Snapshot LABELS = Snapshot.builder(OffsetDateTime.parse("2020-01-01T00:00:00Z"), ObjectId.NULL)
            .paths(List.of("/recover"))
            .build();

    private final List<String> notices = new ArrayList<>();

    /** What the recovered snapshot holds; empty if there is none. */
    private List<Node> recover(Repository repository) throws IOException {
        Recovery recovery = new Recovery(repository, event -> {
            if (event instanceof ProgressEvent.Notice(String message)) {
                notices.add(message);
            }
        });
        Recovery.Found found = recovery.recover(LABELS);
        if (found.snapshot().isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = repository.snapshots().load(found.snapshot().get()).snapshot();
        return TreeReader.readAll(repository.blobs().load(BlobHandle.tree(snapshot.tree())));
    }

    @Test
    void folders_that_no_snapshot_leads_to_are_recovered() throws Exception {
        ObjectId lost = fixture.tree(dir("sub", fixture.tree(fixture.file("f", "1"))));
        ObjectId another = fixture.tree(fixture.file("g", "2"));
        fixture.snapshot(fixture.tree(dir("kept", fixture.tree(fixture.file("h", "3")))));
        assertThat(recover(fixture.repository()))
                .extracting(node -> Objects.requireNonNull(node.subtree()))
                .containsExactlyInAnyOrder(lost, another);
    }

    @Test
    void each_has_the_short_form_of_its_id_for_a_name() throws Exception {
        ObjectId lost = fixture.tree(fixture.file("f", "1"));
        assertThat(recover(fixture.repository())).extracting(Node::name).containsExactly(lost.shortHex());
    }

    @Test
    void nothing_is_recovered_twice() throws Exception {
        fixture.tree(fixture.file("f", "1"));
        recover(fixture.repository());
        assertThat(recover(fixture.repository())).isEmpty();
    }

    @Test
    void packs_that_no_index_lists_count_too() throws Exception {
        ObjectId lost = fixture.tree(fixture.file("f", "1"));
        fixture.repository();
        for (String index : List.copyOf(fixture.backend().names(FileType.INDEX))) {
            fixture.backend().remove(Handle.of(FileType.INDEX, index));
        }
        try (Repository repository = TestRepositories.open(fixture.backend())) {
            assertThat(recover(repository)).extracting(Node::subtree).containsExactly(lost);
        }
        try (Repository reopened = TestRepositories.open(fixture.backend())) {
            assertThat(reopened.index().contains(BlobHandle.tree(lost))).isTrue();
        }
    }

    @Test
    void a_folder_that_cannot_be_read_is_passed_over_and_named() throws Exception {
        ObjectId broken = fixture.rawTree("{\"nodes\":[{]}");
        ObjectId lost = fixture.tree(fixture.file("f", "1"));
        assertThat(recover(fixture.repository())).extracting(Node::subtree).containsExactly(lost);
        assertThat(notices).singleElement().asString().startsWith("Ignoring the folder " + broken.shortHex());
    }

    @Test
    void a_damaged_pack_is_passed_over_and_named() throws Exception {
        fixture.repository();
        fixture.backend()
                .overwrite(Handle.of(FileType.PACK, ObjectId.of(new byte[9]).toString()), new byte[500]);
        assertThat(recover(fixture.repository())).isEmpty();
        assertThat(notices).singleElement().asString().startsWith("Ignoring what may be in a damaged pack");
    }
}
