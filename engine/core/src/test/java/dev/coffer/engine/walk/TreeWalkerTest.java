package dev.coffer.engine.walk;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeWalkerTest extends TreeTestCase {

    private static final ObjectId UNKNOWN = ObjectId.of(new byte[] {1, 2, 3});

    /** Writes down every call. */
    private static class Recorder implements TreeVisitor {
        final List<String> calls = new ArrayList<>();

        @Override
        public Descent node(String path, Node node) {
            calls.add(path);
            return Descent.ENTER;
        }

        @Override
        public void leave(String path, Node directory) {
            calls.add("leave " + path);
        }

        @Override
        public void unreadable(String path, IOException reason) {
            calls.add("unreadable " + path);
        }
    }

    private List<String> walk(ObjectId root, Recorder recorder) throws IOException {
        new TreeWalker(fixture.repository()).walk(root, recorder);
        return recorder.calls;
    }

    @Test
    void nodes_come_in_stored_order_and_directories_are_left_after_what_is_in_them() throws IOException {
        ObjectId inner = fixture.tree(fixture.file("x", "1"));
        ObjectId root = fixture.tree(fixture.file("a", "2"), dir("b", inner), fixture.file("c", "3"));
        assertThat(walk(root, new Recorder())).containsExactly("/a", "/b", "/b/x", "leave /b", "/c");
    }

    @Test
    void a_directory_of_very_many_nodes_is_walked_like_any_other() throws IOException {
        Node[] nodes = new Node[100_000];
        Arrays.setAll(
                nodes, i -> Node.builder("%06d".formatted(i), NodeType.FIFO).build());
        ObjectId root = fixture.tree(dir("a", fixture.tree(nodes)), fixture.file("b", "1"));
        assertThat(walk(root, new Recorder()))
                .hasSize(nodes.length + 3)
                .startsWith("/a", "/a/000000", "/a/000001")
                .endsWith("/a/099999", "leave /a", "/b");
    }

    @Test
    void a_skipped_directory_is_neither_entered_nor_left() throws IOException {
        ObjectId inner = fixture.tree(fixture.file("x", "1"));
        ObjectId root = fixture.tree(dir("b", inner), dir("c", inner));
        Recorder recorder = new Recorder() {
            @Override
            public Descent node(String path, Node node) {
                super.node(path, node);
                return "/b".equals(path) ? Descent.SKIP : Descent.ENTER;
            }
        };
        assertThat(walk(root, recorder)).containsExactly("/b", "/c", "/c/x", "leave /c");
    }

    @Test
    void more_directories_than_are_loaded_ahead_all_get_visited() throws IOException {
        List<Node> nodes = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 100; i < 400; i++) {
            ObjectId inner = fixture.tree(fixture.file("f", "content " + i));
            nodes.add(dir("d" + i, fixture.tree(dir("e", inner))));
            String path = "/d" + i;
            expected.addAll(List.of(path, path + "/e", path + "/e/f", "leave " + path + "/e", "leave " + path));
        }
        ObjectId root = fixture.tree(nodes.toArray(Node[]::new));
        assertThat(walk(root, new Recorder())).isEqualTo(expected);
    }

    @Test
    void a_tree_deeper_than_any_call_stack_is_walked() throws IOException {
        ObjectId tree = fixture.tree();
        for (int i = 0; i < 5_000; i++) {
            tree = fixture.tree(dir("d", tree));
        }
        assertThat(walk(tree, new Recorder())).hasSize(10_000);
    }

    @Test
    void a_missing_tree_is_reported_with_its_path_and_the_walk_goes_on() throws IOException {
        ObjectId root = fixture.tree(dir("a", UNKNOWN), fixture.file("b", "1"));
        assertThat(walk(root, new Recorder())).containsExactly("/a", "unreadable /a", "leave /a", "/b");
    }

    @Test
    void a_missing_tree_ends_the_walk_unless_the_visitor_says_otherwise() throws IOException {
        ObjectId root = fixture.tree(dir("a", UNKNOWN));
        TreeWalker walker = new TreeWalker(fixture.repository());
        assertThatThrownBy(() -> walker.walk(root, (path, node) -> TreeVisitor.Descent.ENTER))
                .isInstanceOf(MissingBlob.class);
    }

    @Test
    void a_directory_without_tree_is_reported() throws IOException {
        Node broken = Node.builder("a", NodeType.DIR).build();
        assertThat(walk(fixture.tree(broken), new Recorder())).containsExactly("/a", "unreadable /a", "leave /a");
    }

    @Test
    void the_good_part_of_a_broken_tree_is_visited_before_the_report() throws IOException {
        ObjectId inner = fixture.rawTree("{\"nodes\":[{\"name\":\"x\",\"type\":\"fifo\"},{\"name\":");
        ObjectId root = fixture.tree(dir("a", inner), fixture.file("b", "1"));
        assertThat(walk(root, new Recorder())).containsExactly("/a", "/a/x", "unreadable /a", "leave /a", "/b");
    }

    @Test
    void a_second_node_of_the_same_name_is_told_apart() throws IOException {
        ObjectId root = fixture.tree(
                fixture.file("b", "1"), fixture.file("a", "2"), fixture.file("b", "3"), fixture.file("c", "4"));
        Recorder recorder = new Recorder() {
            @Override
            public Descent repeated(String path, Node node) {
                calls.add("again " + path);
                return Descent.SKIP;
            }
        };
        assertThat(walk(root, recorder)).containsExactly("/b", "/a", "again /b", "/c");
    }

    @Test
    void what_the_visitor_throws_ends_the_walk() throws IOException {
        ObjectId root = fixture.tree(dir("a", fixture.tree()), dir("b", fixture.tree()));
        TreeWalker walker = new TreeWalker(fixture.repository());
        IOException failure = new IOException("enough");
        assertThatThrownBy(() -> walker.walk(root, (path, node) -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
