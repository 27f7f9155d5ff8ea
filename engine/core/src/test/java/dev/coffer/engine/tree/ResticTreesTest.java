package dev.coffer.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.text.NativeString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees that real restic wrote of one directory full of oddities: all types of nodes, attributes and ACLs, hard links, old and
 * far times, and names around every border of the escaping rules.
 */
class ResticTreesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "restic-0.19/emptydir.json",
                "restic-0.19/names.json",
                "restic-0.19/names15.json",
                "restic-0.19/root.json",
                "restic-0.19/times.json",
                "restic-0.19/times-elsewhere.json",
                "restic-0.19/types.json",
                "restic-0.19/with-atime.json",
                "restic-0.14/emptydir.json",
                "restic-0.14/names.json"
            })
    void a_tree_is_written_as_it_was_read(String tree) throws Exception {
        assertThat(rewritten(Nodes.golden(tree))).isEqualTo(text(tree));
    }

    /** Where restic could not keep bytes (in names of attributes), it would write another tree from what it reads, too. */
    @ParameterizedTest
    @ValueSource(strings = {"restic-0.19/xattr.json", "restic-0.14/xattr.json"})
    void a_replacement_character_is_written_without_escaping(String tree) throws Exception {
        String text = text(tree);

        assertThat(rewritten(Nodes.golden(tree)))
                .isEqualTo(text.replace("\\ufffd", "\uFFFD"))
                .isNotEqualTo(text);
    }

    /** Go before 1.22 had no short escapes for backspace and form feed; restic 0.14 kept no bytes of link targets. */
    @Test
    void old_trees_differ_in_escapes_of_link_targets() throws Exception {
        String modern = text("restic-0.14/types.json")
                .replace("\\u0008", "\\b")
                .replace("\\u000c", "\\f")
                .replace("\\ufffd", "\uFFFD");

        assertThat(rewritten(Nodes.golden("restic-0.14/types.json")))
                .isEqualTo(modern)
                .contains("\\b", "\\f");
    }

    /** Go 1.19 escapes characters that came with Unicode 14 and 15; what they mean is the same. */
    @Test
    void names_escaped_by_an_older_unicode_table_are_the_same_names() throws Exception {
        assertThat(names("restic-0.14/names15.json")).isEqualTo(names("restic-0.19/names15.json"));
        assertThat(Nodes.golden("restic-0.14/names15.json")).isNotEqualTo(Nodes.golden("restic-0.19/names15.json"));
    }

    /** The content of each file in this directory is its own name. */
    @Test
    void names_are_those_of_the_files() throws Exception {
        for (Node node : TreeReader.readAll(Nodes.golden("restic-0.19/names.json"))) {
            byte[] name = NativeString.encode(node.name());
            assertThat(node.content()).containsExactly(ObjectId.of(name));
            assertThat(node.size()).isEqualTo(name.length);
        }
    }

    @Test
    void parts_of_a_node_are_found() throws Exception {
        List<Node> nodes = TreeReader.readAll(Nodes.golden("restic-0.19/types.json"));

        Node suid = named("suid", nodes);
        assertThat(suid.mode()).isEqualTo(FileMode.SETUID | 0711);
        assertThat(suid.user()).isEqualTo("root");
        Node device = named("char", nodes);
        assertThat(device.type()).isEqualTo(NodeType.CHARDEV);
        assertThat(device.mode()).isEqualTo(FileMode.DEVICE | FileMode.CHAR_DEVICE | 0600);
        assertThat(device.device()).isEqualTo((5 << 8) | 3 | (1 << 20));
        assertThat(named("badlink", nodes).linkTarget()).isEqualTo("inv\uDCFF\uDCE2\uDC82 target");
        assertThat(named("sticky", nodes).subtree()).isNotNull();
        assertThat(named("empty", nodes).content()).isEmpty();
        assertThat(named("fifo", nodes).content()).isNull();
        assertThat(named("hard1", nodes).inode())
                .isEqualTo(named("hard2", nodes).inode());
        assertThat(named("maxuid", nodes).uid()).isEqualTo(0xFFFF_FFFEL);
    }

    private static Node named(String name, List<Node> nodes) {
        return nodes.stream().filter(node -> node.name().equals(name)).findAny().orElseThrow();
    }

    private static List<String> names(String tree) throws Exception {
        return TreeReader.readAll(Nodes.golden(tree)).stream().map(Node::name).toList();
    }

    private static String text(String tree) {
        return new String(Nodes.golden(tree), StandardCharsets.UTF_8);
    }

    private static String rewritten(byte[] blob) throws Exception {
        return new String(TreeWriter.write(TreeReader.readAll(blob)), StandardCharsets.UTF_8);
    }
}
