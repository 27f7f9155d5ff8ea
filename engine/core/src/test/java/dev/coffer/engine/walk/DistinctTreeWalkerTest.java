package dev.coffer.engine.walk;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DistinctTreeWalkerTest extends TreeTestCase {

    private static final ObjectId UNKNOWN = ObjectId.of(new byte[] {1, 2, 3});

    private static class Recorder implements DistinctTreeVisitor {
        final Queue<String> names = new ConcurrentLinkedQueue<>();
        final Queue<ObjectId> read = new ConcurrentLinkedQueue<>();
        final Queue<ObjectId> unreadable = new ConcurrentLinkedQueue<>();

        @Override
        public void node(ObjectId tree, Node node) throws IOException {
            names.add(node.name());
        }

        @Override
        public void read(ObjectId tree) {
            read.add(tree);
        }

        @Override
        public void unreadable(ObjectId tree, IOException reason) {
            unreadable.add(tree);
        }
    }

    private <R extends DistinctTreeVisitor> R walk(List<ObjectId> roots, R recorder) throws IOException {
        new DistinctTreeWalker(fixture.repository()).walk(roots, recorder);
        return recorder;
    }

    @Test
    void a_tree_that_several_directories_share_is_visited_once() throws IOException {
        ObjectId shared = fixture.tree(fixture.file("x", "1"));
        ObjectId one = fixture.tree(dir("a", shared), dir("b", shared));
        ObjectId other = fixture.tree(dir("c", shared));
        Recorder recorder = walk(List.of(one, other, one), new Recorder());
        assertThat(recorder.names).containsExactlyInAnyOrder("x", "a", "b", "c");
        assertThat(recorder.read).containsExactlyInAnyOrder(shared, one, other);
    }

    @Test
    void missing_and_broken_trees_are_reported_and_the_others_still_visited() throws IOException {
        ObjectId broken = fixture.rawTree("{\"nodes\":[{\"name\":\"x\"},");
        ObjectId root = fixture.tree(dir("a", UNKNOWN), dir("b", broken), dir("c", fixture.tree()));
        Recorder recorder = walk(List.of(root), new Recorder());
        assertThat(recorder.unreadable).containsExactlyInAnyOrder(UNKNOWN, broken);
        assertThat(recorder.read).hasSize(2);
        assertThat(recorder.names).containsExactlyInAnyOrder("a", "b", "c", "x");
    }

    @Test
    void what_the_visitor_throws_ends_the_walk() throws IOException {
        ObjectId root = fixture.tree(dir("a", fixture.tree()), dir("b", fixture.tree(fixture.file("x", "1"))));
        IOException failure = new IOException("enough");
        assertThatThrownBy(() -> walk(List.of(root), new Recorder() {
                    @Override
                    public void node(ObjectId tree, Node node) throws IOException {
                        throw failure;
                    }
                }))
                .isSameAs(failure);
    }

    @Test
    void no_roots_are_no_work() throws IOException {
        assertThat(walk(List.of(), new Recorder()).read).isEmpty();
    }
}
