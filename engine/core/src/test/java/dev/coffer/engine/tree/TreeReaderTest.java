package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeReaderTest {

    /** As rustic writes them: another order of members, some missing, some null. */
    @Test
    void nodes_of_rustic_are_understood() throws Exception {
        String id = "ac08ce34ba4f8123618661bef2425f7028ffb9ac740578a3ee88684d2523fee8";

        List<Node> nodes = read(
                "{\"nodes\":[{\"name\":\"d\",\"type\":\"dir\",\"subtree\":\"" + id + "\",\"content\":null},"
                        + "{\"name\":\"f\",\"type\":\"file\",\"mode\":null,\"size\":3,\"content\":[\"" + id
                        + "\"],\"subtree\":null},"
                        + "{\"linktarget_raw\":\"/w==\",\"name\":\"l\",\"linktarget\":\"\\ufffd\",\"type\":\"symlink\"}]}");

        assertThat(nodes)
                .containsExactly(
                        Node.builder("d", NodeType.DIR)
                                .subtree(ObjectId.parse(id))
                                .build(),
                        Node.builder("f", NodeType.FILE)
                                .size(3)
                                .content(List.of(ObjectId.parse(id)))
                                .build(),
                        Node.builder("l", NodeType.SYMLINK).linkTarget("\uDCFF").build());
        assertThat(nodes.getFirst().mtime()).isEqualTo(GoTime.ZERO);
    }

    @Test
    void unknown_members_are_skipped_and_unknown_types_marked() throws Exception {
        List<Node> nodes = read(
                "{\"v\":{\"nodes\":[]},\"nodes\":[{\"name\":\"a\",\"new\":[{}],\"type\":\"door\"}],\"more\":[1]} ");

        assertThat(nodes).containsExactly(Node.builder("a", NodeType.UNKNOWN).build());
    }

    @Test
    void null_stands_for_no_nodes() throws Exception {
        assertThat(read("{\"nodes\":null}\n")).isEmpty();
    }

    @Test
    void disorder_is_noticed_but_tolerated() throws Exception {
        TreeReader ordered = reader("{\"nodes\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
        TreeReader twice = reader("{\"nodes\":[{\"name\":\"a\"},{\"name\":\"a\"}]}");

        assertThat(drain(ordered).isOrdered()).isTrue();
        assertThat(drain(twice).isOrdered()).isFalse();
    }

    @Test
    void names_that_lead_elsewhere_are_recognised() {
        assertThat(List.of("", ".", "..", "a/b", "/", "a\0"))
                .noneMatch(name -> Node.builder(name, NodeType.FILE).build().hasPlainName());
        assertThat(List.of("a", "...", ".a", "a\\b"))
                .allMatch(name -> Node.builder(name, NodeType.FILE).build().hasPlainName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"nodes\":[]",
                "{\"nodes\":[}",
                "{\"nodes\":[null]}",
                "{\"nodes\":[]}{}",
                "{\"nodes\":[],\"nodes\":[]}",
                "{\"nodes\":null,\"nodes\":[]}",
                "{\"nodes\":[{\"name\":1}]}",
                "{\"nodes\":[{\"name\":\"\\\\q\"}]}",
                "{\"nodes\":[{\"uid\":4294967296}]}",
                "{\"nodes\":[{\"mode\":-1}]}",
                "{\"nodes\":[{\"content\":[\"ab\"]}]}",
                "{\"nodes\":[{\"content\":[null]}]}",
                "{\"nodes\":[{\"subtree\":\"\"}]}",
                "{\"nodes\":[{\"mtime\":\"yesterday\"}]}",
                "{\"nodes\":[{\"linktarget_raw\":\"%\"}]}"
            })
    void what_is_no_tree_is_refused(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("at byte");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void damaged_trees_are_read_or_refused(long seed) {
        Random random = new Random(seed);
        byte[] tree = Nodes.golden("restic-0.19/xattr.json");
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = tree.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                damaged[random.nextInt(tree.length)] = (byte) random.nextInt(0x100);
            }
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 999);
    }

    /** Anything else that is thrown fails the test. */
    private static boolean isRefused(byte[] blob) {
        try {
            TreeReader.readAll(blob);
            return false;
        } catch (MalformedJson expected) {
            return true;
        }
    }

    private static TreeReader drain(TreeReader reader) throws MalformedJson {
        while (reader.next().isPresent()) {
            // only the side effect matters
        }
        return reader;
    }

    private static TreeReader reader(String text) {
        return new TreeReader(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Node> read(String text) throws MalformedJson {
        return TreeReader.readAll(text.getBytes(StandardCharsets.UTF_8));
    }
}
