package dev.coffer.engine.query;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.query.TreeComparison.Metadata;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeComparisonTest extends TreeTestCase {

    private final List<String> changes = new ArrayList<>();

    private DifferenceStatistics compare(ObjectId older, ObjectId newer, Metadata metadata) throws IOException {
        TreeComparison comparison = new TreeComparison(
                fixture.repository(), metadata, change -> changes.add(change.modifier() + " " + change.path()));
        return comparison.compare(older, newer);
    }

    private ObjectId shallow(Node... nodes) throws IOException {
        return fixture.tree(nodes);
    }

    @Test
    void equal_trees_do_not_differ() throws IOException {
        ObjectId tree = shallow(fixture.file("a", "1"));
        DifferenceStatistics statistics = compare(tree, tree, Metadata.REPORTED);
        assertThat(changes).isEmpty();
        assertThat(statistics.added()).isEqualTo(new DifferenceStatistics.Side(0, 0, 0, 0, 0, 0));
    }

    @Test
    void a_folder_is_added_with_everything_in_it() throws IOException {
        ObjectId sub = shallow(fixture.file("x", "1"));
        DifferenceStatistics statistics = compare(shallow(), shallow(dir("d", sub)), Metadata.IGNORED);
        assertThat(changes).containsExactly("+ /d/", "+ /d/x");
        assertThat(statistics.added().files()).isEqualTo(1);
        assertThat(statistics.added().directories()).isEqualTo(1);
        assertThat(statistics.added().dataBlobs()).isEqualTo(1);
    }

    @Test
    void a_removed_link_counts_as_other() throws IOException {
        Node link = Node.builder("l", NodeType.SYMLINK).linkTarget("x").build();
        DifferenceStatistics statistics = compare(shallow(link), shallow(), Metadata.IGNORED);
        assertThat(changes).containsExactly("- /l");
        assertThat(statistics.removed().others()).isEqualTo(1);
    }

    @Test
    void other_content_with_other_metadata_is_a_change() throws IOException {
        compare(shallow(fixture.file("a", "1")), shallow(fixture.file("a", "22")), Metadata.IGNORED);
        assertThat(changes).containsExactly("M /a");
    }

    @Test
    void other_content_with_the_same_metadata_hints_at_decay() throws IOException {
        compare(shallow(fixture.file("a", "1")), shallow(fixture.file("a", "2")), Metadata.IGNORED);
        assertThat(changes).containsExactly("M? /a");
    }

    @Test
    void another_type_is_shown_as_such_and_not_entered() throws IOException {
        ObjectId sub = shallow(fixture.file("x", "1"));
        compare(shallow(fixture.file("a", "2")), shallow(dir("a", sub)), Metadata.IGNORED);
        assertThat(changes).containsExactly("T /a/");
    }

    @Test
    void metadata_alone_is_shown_only_if_asked_for() throws IOException {
        Node file = fixture.file("a", "1");
        ObjectId older = shallow(file);
        ObjectId newer = shallow(file.toBuilder().mode(0600).build());
        compare(older, newer, Metadata.IGNORED);
        assertThat(changes).isEmpty();
        compare(older, newer, Metadata.REPORTED);
        assertThat(changes).containsExactly("U /a");
    }

    @Test
    void a_blob_that_an_equal_folder_holds_too_is_not_new() throws IOException {
        ObjectId same = shallow(fixture.file("x", "shared"));
        ObjectId older = shallow(dir("d", same));
        ObjectId newer = shallow(dir("d", same), fixture.file("e", "shared"));
        assertThat(compare(older, newer, Metadata.IGNORED).added().dataBlobs()).isZero();
    }

    @Test
    void names_are_compared_by_their_bytes() throws IOException {
        String privateUse = "\uE000";
        String beyond = Character.toString(0x10000);
        ObjectId older = shallow(fixture.file(privateUse, "1"), fixture.file(beyond, "2"));
        ObjectId newer = shallow(fixture.file(beyond, "2"));
        compare(older, newer, Metadata.REPORTED);
        assertThat(changes).containsExactly("- /" + privateUse);
    }
}
