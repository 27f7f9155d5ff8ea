package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.engine.blob.ObjectId;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeWriterTest {

    @Test
    void the_empty_tree_has_its_well_known_id() throws Exception {
        assertThat(ObjectId.of(TreeWriter.write(List.of())))
                .hasToString("ac08ce34ba4f8123618661bef2425f7028ffb9ac740578a3ee88684d2523fee8");
    }

    @Test
    void what_is_not_set_is_left_out() throws Exception {
        byte[] blob = TreeWriter.write(List.of(Node.builder("a", NodeType.FILE).build()));

        assertThat(blob)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"nodes\":[{\"name\":\"a\",\"type\":\"file\",\"mtime\":\"0001-01-01T00:00:00Z\","
                        + "\"atime\":\"0001-01-01T00:00:00Z\",\"ctime\":\"0001-01-01T00:00:00Z\",\"uid\":0,\"gid\":0,"
                        + "\"content\":null}]}\n");
    }

    @Test
    void years_beyond_four_digits_are_clamped() throws Exception {
        Node far = Node.builder("a", NodeType.FILE)
                .mtime(OffsetDateTime.parse("+20000-05-06T07:08:09Z"))
                .build();

        assertThat(TreeWriter.write(List.of(far)))
                .asString(StandardCharsets.UTF_8)
                .contains("\"9999-05-06T07:08:09Z\"");
    }

    @Test
    void names_must_ascend_by_their_bytes() throws Exception {
        TreeWriter writer = new TreeWriter();
        writer.add(named("\uFFFD"));
        writer.add(named("\uD83D\uDE00"));
        writer.add(named("\uDCFF"));

        assertThatExceptionOfType(UnorderedNode.class)
                .isThrownBy(() -> writer.add(named("z\n")))
                .withMessageContaining("z\\n");
    }

    @Test
    void the_same_node_twice_counts_once() throws Exception {
        Node node = new Nodes(1).node("a");

        assertThat(TreeWriter.write(List.of(node, node.toBuilder().build())))
                .isEqualTo(TreeWriter.write(List.of(node)));
    }

    @Test
    void two_nodes_of_one_name_are_refused() {
        Node node = new Nodes(1).node("a");

        assertThatExceptionOfType(UnorderedNode.class)
                .isThrownBy(() -> TreeWriter.write(
                        List.of(node, node.toBuilder().error("other").build())))
                .withMessageContaining("two different");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void any_nodes_read_back_as_themselves(long seed) throws Exception {
        List<Node> nodes = new Nodes(seed).directory(200);

        assertThat(TreeReader.readAll(TreeWriter.write(nodes))).isEqualTo(nodes);
    }

    private static Node named(String name) {
        return Node.builder(name, NodeType.FILE).build();
    }
}
