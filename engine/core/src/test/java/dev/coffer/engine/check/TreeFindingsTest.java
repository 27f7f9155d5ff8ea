package dev.coffer.engine.check;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeTestCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be wrong with a directory, one thing at a time. */
class TreeFindingsTest extends TreeTestCase {

    private final List<Finding> found = new ArrayList<>();

    private void check(ObjectId root) throws IOException {
        new TreeCheck(fixture.repository(), new Findings(found::add), ProgressListener.NONE).run(List.of(root));
    }

    private void assertOnly(ObjectId tree, TreeProblem problem) throws IOException {
        check(tree);
        assertThat(found).containsExactly(new Finding.TreeDamaged(tree, List.of(problem)));
    }

    @Test
    void a_file_without_content() throws IOException {
        Node file = Node.builder("a", NodeType.FILE).build();
        assertOnly(fixture.tree(file), new TreeProblem.FileWithoutContent("a"));
    }

    @Test
    void a_file_with_the_null_id() throws IOException {
        Node file =
                Node.builder("a", NodeType.FILE).content(List.of(ObjectId.NULL)).build();
        assertOnly(fixture.tree(file), new TreeProblem.NullContent("a", 0));
    }

    @Test
    void a_file_whose_blob_is_nowhere() throws IOException {
        ObjectId nowhere = ObjectId.of(new byte[] {7});
        List<ObjectId> content = List.of(fixture.data(new byte[] {1}), nowhere);
        Node file = Node.builder("a", NodeType.FILE).content(content).build();
        assertOnly(fixture.tree(file), new TreeProblem.MissingContent("a", 1, BlobHandle.data(nowhere)));
    }

    @Test
    void a_directory_without_a_tree() throws IOException {
        Node directory = Node.builder("a", NodeType.DIR).build();
        assertOnly(fixture.tree(directory), new TreeProblem.DirectoryWithoutSubtree("a"));
    }

    @Test
    void a_directory_with_the_null_id() throws IOException {
        assertOnly(fixture.tree(dir("a", ObjectId.NULL)), new TreeProblem.NullSubtree("a"));
    }

    @Test
    void a_directory_whose_tree_is_nowhere() throws IOException {
        ObjectId nowhere = ObjectId.of(new byte[] {7});
        check(fixture.tree(dir("a", nowhere)));
        assertThat(found).containsExactly(new Finding.TreeDamaged(nowhere, List.of(new TreeProblem.Missing())));
    }

    @Test
    void a_blob_that_is_no_tree() throws IOException {
        ObjectId tree = fixture.rawTree("{");
        check(tree);
        assertThat(found)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.TreeDamaged.class,
                        damaged ->
                                assertThat(damaged.problems()).hasExactlyElementsOfTypes(TreeProblem.Unreadable.class));
    }

    @Test
    void an_empty_name() throws IOException {
        assertOnly(fixture.tree(fixture.file("", "x")), new TreeProblem.EmptyName());
    }

    @Test
    void an_unknown_type() throws IOException {
        assertOnly(fixture.tree(Node.builder("a", NodeType.IRREGULAR).build()), new TreeProblem.UnknownType("a"));
    }

    @Test
    void names_out_of_order_are_only_a_hint() throws IOException {
        ObjectId tree = fixture.tree(fixture.file("b", "1"), fixture.file("a", "2"), fixture.file("a", "3"));
        check(tree);
        assertThat(found).containsExactly(new Finding.TreeDisordered(tree, List.of("a", "a")));
    }

    @Test
    void a_tree_in_several_places_is_reported_once() throws IOException {
        ObjectId bad = fixture.tree(fixture.file("", "x"));
        check(fixture.tree(dir("a", bad), dir("b", bad)));
        assertThat(found).hasSize(1);
    }
}
