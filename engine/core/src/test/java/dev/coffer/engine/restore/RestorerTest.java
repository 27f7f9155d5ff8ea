package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.fs.FileStat.Kind;
import dev.coffer.engine.tree.ExtendedAttribute;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestorerTest extends RestoreTestCase {

    @Test
    void files_and_directories_come_back_with_content_mode_and_times() throws IOException {
        RestoreSummary summary = fixture.restore(fixture.dir("d", fixture.file("f", "hello")));
        assertThat(fixture.text("d/f")).isEqualTo("hello");
        assertThat(fixture.stat("d/f").permissions()).isEqualTo(0640);
        assertThat(fixture.stat("d").permissions()).isEqualTo(0750);
        assertThat(fixture.stat("d/f").mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
        assertThat(fixture.stat("d").mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
        assertThat(summary.filesRestored()).isEqualTo(2);
        assertThat(summary.totalFiles()).isEqualTo(2);
        assertThat(summary.bytesRestored()).isEqualTo(5);
        assertThat(summary.errors()).isZero();
    }

    @Test
    void a_file_of_many_pieces_is_put_together_in_order() throws IOException {
        byte[][] pieces = new byte[40][];
        Random random = new Random(1);
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new byte[1000 + random.nextInt(100_000)];
            random.nextBytes(pieces[i]);
        }
        pieces[17] = pieces[3];
        fixture.restore(fixture.request(fixture.file("f", pieces)), RestoreOption.VERIFY);
        byte[] restored = Files.readAllBytes(fixture.target.resolve("f"));
        int at = 0;
        for (byte[] piece : pieces) {
            assertThat(Arrays.copyOfRange(restored, at, at + piece.length)).isEqualTo(piece);
            at += piece.length;
        }
        assertThat(restored).hasSize(at);
    }

    @Test
    void many_small_files_share_pieces_and_all_come_back() throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1000; i < 3000; i++) {
            nodes.add(fixture.file("f" + i, "content " + i % 100));
        }
        RestoreSummary summary = fixture.restore(nodes.toArray(Node[]::new));
        assertThat(fixture.listing()).hasSize(2000);
        assertThat(fixture.text("f2345")).isEqualTo("content 45");
        assertThat(summary.filesRestored()).isEqualTo(2000);
        assertThat(fixture.problems()).isEmpty();
    }

    @Test
    void files_of_several_pieces_get_their_metadata_however_many_are_written_at_once() throws IOException {
        Node[] nodes = new Node[150];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = fixture.file("f" + i, new byte[] {1}, new byte[] {2});
        }
        assertThat(fixture.restore(nodes).errors()).isZero();
        for (Node node : nodes) {
            assertThat(fixture.stat(node.name()).permissions()).isEqualTo(0640);
            assertThat(fixture.stat(node.name()).mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
        }
    }

    @Test
    void an_empty_file_comes_back_empty() throws IOException {
        fixture.restore(fixture.file("f"));
        assertThat(fixture.stat("f").size()).isZero();
        assertThat(fixture.actions()).containsExactly("RESTORED /f");
    }

    @Test
    void symbolic_links_and_pipes_are_made_anew() throws IOException {
        Node pipe = fixture.node("p", NodeType.FIFO, 0x0200_01A4).build();
        fixture.restore(fixture.symlink("l", "../somewhere/else"), pipe);
        assertThat(fixture.files.readLink(fixture.target.resolve("l").toString()))
                .isEqualTo("../somewhere/else");
        assertThat(fixture.stat("l").mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
        assertThat(fixture.stat("p").kind()).isEqualTo(Kind.FIFO);
        assertThat(fixture.stat("p").permissions()).isEqualTo(0644);
    }

    @Test
    void a_device_is_made_by_the_superuser_and_reported_by_others() throws IOException {
        Node device = fixture.node("null", NodeType.CHARDEV, 0x0420_01B6)
                .device(0x103)
                .build();
        RestoreSummary summary = fixture.restore(device, fixture.file("z", "after"));
        if (fixture.files.privileged()) {
            assertThat(fixture.stat("null").kind()).isEqualTo(Kind.CHAR_DEVICE);
            assertThat(fixture.stat("null").rdev()).isEqualTo(0x103);
        } else {
            assertThat(summary.errors()).isEqualTo(1);
        }
        assertThat(fixture.text("z")).isEqualTo("after");
    }

    @Test
    void files_that_were_one_become_one_again() throws IOException {
        Node first = fixture.file("a", "shared").toBuilder()
                .links(2)
                .inode(7)
                .deviceId(1)
                .build();
        Node lonely = fixture.file("c", "other").toBuilder()
                .links(2)
                .inode(7)
                .deviceId(2)
                .build();
        fixture.restore(first, first.withName("b"), lonely);
        assertThat(fixture.stat("b").inode()).isEqualTo(fixture.stat("a").inode());
        assertThat(fixture.stat("a").links()).isEqualTo(2);
        assertThat(fixture.stat("c").links()).isEqualTo(1);
    }

    @Test
    void files_that_only_share_a_number_keep_their_own_content() throws IOException {
        Node first = fixture.file("a", "one").toBuilder()
                .links(2)
                .inode(7)
                .deviceId(1)
                .build();
        Node second = fixture.file("b", "two").toBuilder()
                .links(2)
                .inode(7)
                .deviceId(1)
                .build();
        fixture.restore(first, second);
        assertThat(fixture.text("b")).isEqualTo("two");
    }

    @Test
    void extended_attributes_are_set_and_others_removed() throws IOException {
        fixture.write("f", "x");
        String path = fixture.target.resolve("f").toString();
        fixture.files.setExtendedAttribute(path, "user.old", new byte[] {1});
        ExtendedAttribute attribute = new ExtendedAttribute("user.new", new byte[] {2, 0, 3});
        fixture.restore(fixture.file("f", "x").toBuilder()
                .extendedAttributes(List.of(attribute))
                .build());
        assertThat(fixture.files.extendedAttributes(path))
                .filteredOn(found -> found.name().startsWith("user."))
                .containsExactly(attribute);
    }

    @Test
    void attributes_that_were_not_asked_for_are_left_as_they_are() throws IOException {
        fixture.write("f", "x");
        String path = fixture.target.resolve("f").toString();
        fixture.files.setExtendedAttribute(path, "user.old", new byte[] {1});
        Node node = fixture.file("f", "x").toBuilder()
                .extendedAttributes(List.of(new ExtendedAttribute("user.new", new byte[0])))
                .build();
        fixture.restore(fixture.request(node).withAttributes(name -> !name.startsWith("user.")));
        assertThat(fixture.files.extendedAttributes(path))
                .extracting(ExtendedAttribute::name)
                .contains("user.old")
                .doesNotContain("user.new");
    }

    @Test
    void only_what_the_filter_selects_is_restored_and_its_parents() throws IOException {
        PathFilter filter = (path, directory) -> path.equals("/a/b/f")
                ? Choice.SELECTED
                : "/a/b/f".startsWith(path) ? Choice.PERHAPS_WITHIN : Choice.REFUSED;
        Node inner = fixture.dir("b", fixture.file("f", "1"), fixture.file("g", "2"));
        RestoreSummary summary = fixture.restore(
                fixture.request(fixture.dir("a", inner, fixture.dir("c"))).withFilter(filter));
        assertThat(fixture.listing()).containsExactly("a", "a/b", "a/b/f");
        assertThat(fixture.stat("a/b").permissions()).isEqualTo(0750);
        assertThat(summary.filesRestored()).isEqualTo(3);
        assertThat(summary.totalFiles()).isEqualTo(3);
    }

    @Test
    void a_dry_run_changes_nothing_and_tells_what_it_would_do() throws IOException {
        fixture.write("f", "old");
        fixture.write("extra", "x");
        RestoreSummary summary = fixture.restore(
                fixture.request(
                        fixture.dir("d", fixture.file("g", "12")), fixture.file("f", "new"), fixture.symlink("l", "f")),
                RestoreOption.DRY_RUN,
                RestoreOption.DELETE);
        assertThat(fixture.listing()).containsExactly("extra", "f");
        assertThat(fixture.text("f")).isEqualTo("old");
        assertThat(fixture.actions())
                .containsExactly(
                        "DELETED " + fixture.target.resolve("extra"),
                        "RESTORED /d",
                        "RESTORED /d/g",
                        "RESTORED /l",
                        "UPDATED /f");
        assertThat(summary.bytesRestored()).isEqualTo(5);
    }

    @Test
    void a_dry_run_does_not_even_make_the_target() throws IOException {
        fixture.restore(fixture.request(fixture.file("f", "1")), RestoreOption.DRY_RUN, RestoreOption.DELETE);
        assertThat(fixture.target).doesNotExist();
        assertThat(fixture.problems()).isEmpty();
    }

    @Test
    void a_target_behind_a_symbolic_link_is_found() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(fixture.target, folder.resolve("real"));
        fixture.restore(fixture.file("f", "1"));
        assertThat(folder.resolve("real/f")).hasContent("1");
    }

    @Test
    void a_target_that_is_a_file_is_refused() throws IOException {
        Files.writeString(fixture.target, "precious");
        assertThatThrownBy(() -> fixture.restore(fixture.file("f", "1"))).hasMessageContaining("not a directory");
        assertThat(fixture.target).hasContent("precious");
    }

    @Test
    void a_relative_target_is_refused() throws IOException {
        RestoreRequest request = RestoreRequest.of(fixture.tree(), "somewhere");
        assertThatThrownBy(() -> fixture.restore(request)).isInstanceOf(BadRequest.class);
    }

    @Test
    void deleting_at_the_root_of_the_machine_needs_a_filter() throws IOException {
        RestoreRequest request = RestoreRequest.of(fixture.tree(), "/../.");
        assertThatThrownBy(() -> fixture.restore(request, RestoreOption.DELETE, RestoreOption.DRY_RUN))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void zeros_become_holes_in_a_sparse_restore() throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] end = new byte[1 << 20];
        end[end.length - 1] = 1;
        fixture.restore(
                fixture.request(fixture.file("f", zeros, end, zeros)), RestoreOption.SPARSE, RestoreOption.VERIFY);
        assertThat(fixture.problems()).isEmpty();
        assertThat(fixture.stat("f").size()).isEqualTo(3 << 20);
        assertThat(fixture.stat("f").blocks()).isLessThan((3 << 20) / 512);
    }
}
