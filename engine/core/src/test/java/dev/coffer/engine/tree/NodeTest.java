package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodeTest {

    private static final OffsetDateTime LATER =
            Instant.ofEpochSecond(1_700_000_000).atOffset(ZoneOffset.UTC);
    private static final ObjectId ID = ObjectId.of(new byte[] {1});

    /** For each component, how another value of it gets into a builder. */
    private static final Map<String, UnaryOperator<NodeBuilder>> CHANGES = Map.ofEntries(
            Map.entry("name", node -> node.name("other")),
            Map.entry("type", node -> node.type(NodeType.SOCKET)),
            Map.entry("mode", node -> node.mode(0600)),
            Map.entry("mtime", node -> node.mtime(LATER)),
            Map.entry("atime", node -> node.atime(LATER)),
            Map.entry("ctime", node -> node.ctime(LATER)),
            Map.entry("uid", node -> node.uid(1)),
            Map.entry("gid", node -> node.gid(1)),
            Map.entry("user", node -> node.user("daemon")),
            Map.entry("group", node -> node.group("daemon")),
            Map.entry("inode", node -> node.inode(1)),
            Map.entry("deviceId", node -> node.deviceId(1)),
            Map.entry("size", node -> node.size(1)),
            Map.entry("links", node -> node.links(1)),
            Map.entry("linkTarget", node -> node.linkTarget("there")),
            Map.entry(
                    "extendedAttributes",
                    node -> node.extendedAttributes(List.of(new ExtendedAttribute("user.a", new byte[] {1})))),
            Map.entry("genericAttributes", node -> node.genericAttributes(attributes())),
            Map.entry("device", node -> node.device(1)),
            Map.entry("content", node -> node.content(List.of(ID))),
            Map.entry("subtree", node -> node.subtree(ID)),
            Map.entry("error", node -> node.error("unreadable")));

    private static SortedMap<String, String> attributes() {
        return new TreeMap<>(Map.of("windows.creation_time", "\"x\""));
    }

    private static NodeBuilder node() {
        return Node.builder("name", NodeType.FILE);
    }

    static Stream<String> components() {
        return Arrays.stream(Node.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @ParameterizedTest
    @MethodSource("components")
    void each_component_counts(String component) {
        assertThat(CHANGES.get(component).apply(node()).build()).isNotEqualTo(node().build());
    }

    @Test
    void a_node_with_one_part_replaced_keeps_the_others() {
        Node node = everything().build();
        ObjectId other = ObjectId.of(new byte[] {2});

        assertThat(node.withName("new")).isEqualTo(everything().name("new").build());
        assertThat(node.withSubtree(other))
                .isEqualTo(everything().subtree(other).build());
        assertThat(node.withContent(List.of(other), 7))
                .isEqualTo(everything().content(List.of(other)).size(7).build());
    }

    /** Nothing of it is as it is in {@link #node}. */
    private static NodeBuilder everything() {
        NodeBuilder builder = node();
        CHANGES.values().forEach(change -> change.apply(builder));
        return builder;
    }

    @Test
    void nodes_with_the_same_components_are_equal_and_have_the_same_hash() {
        assertThat(node().content(List.of(ID)).build())
                .isEqualTo(node().content(List.of(ID)).build())
                .hasSameHashCodeAs(node().content(List.of(ID)).build());
    }
}
