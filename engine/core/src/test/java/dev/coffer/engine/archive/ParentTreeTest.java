package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import dev.coffer.engine.tree.TreeWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParentTreeTest {

    private final AtomicInteger damages = new AtomicInteger();

    private ParentTree tree(String... names) throws Exception {
        TreeWriter writer = new TreeWriter();
        for (String name : names) {
            writer.add(Node.builder(name, NodeType.FIFO).build());
        }
        return new ParentTree(new TreeReader(writer.finish()), _ -> damages.incrementAndGet());
    }

    private static List<String> found(ParentTree tree, String... names) {
        return List.of(names).stream()
                .filter(name -> tree.find(name).isPresent())
                .toList();
    }

    @Test
    void finds_what_both_have() throws Exception {
        assertThat(found(tree("a", "c", "d", "f"), "b", "c", "e", "f", "g")).containsExactly("c", "f");
    }

    @Test
    void names_are_in_the_order_of_their_bytes() throws Exception {
        assertThat(found(tree("B", "a", "\uE000", "\uD83D\uDE00", "\uDCFF"), "B", "\uE000", "\uD83D\uDE00", "\uDCFF"))
                .hasSize(4);
    }

    @Test
    void nothing_is_found_where_there_is_nothing() {
        assertThat(found(ParentTree.none(), "a", "b")).isEmpty();
    }

    @Test
    void what_comes_before_the_damage_is_found() {
        String text = "{\"nodes\":[{\"name\":\"a\",\"type\":\"fifo\"},{\"name\":\"b\",\"type\":\"fi";
        TreeReader reader = new TreeReader(text.getBytes(StandardCharsets.UTF_8));
        ParentTree tree = new ParentTree(reader, _ -> damages.incrementAndGet());
        assertThat(found(tree, "a", "b", "c")).containsExactly("a");
        assertThat(damages).hasValue(1);
    }

    @Test
    void tells_how_many_nodes_come_before_the_one_found() throws Exception {
        ParentTree tree = tree("a", "c", "d");
        tree.find("b");
        tree.find("d");
        assertThat(tree.position()).isEqualTo(2);
    }

    @Test
    void tells_how_many_nodes_there_are() throws Exception {
        ParentTree tree = tree("a", "c", "d");
        tree.find("a");
        assertThat(tree.count()).isEqualTo(3);
        assertThat(ParentTree.none().count()).isZero();
    }

    @Test
    void of_a_damaged_one_nobody_knows_how_many_nodes_there_are() {
        TreeReader reader = new TreeReader("{\"nodes\":[{\"name\":\"a\"".getBytes(StandardCharsets.UTF_8));
        assertThat(new ParentTree(reader, _ -> {}).count()).isEqualTo(TreeStep.NOWHERE);
        assertThat(ParentTree.unreadable().count()).isEqualTo(TreeStep.NOWHERE);
    }
}
