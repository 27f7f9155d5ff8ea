package dev.coffer.engine.source;

import static dev.coffer.engine.source.SourceFolder.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTreeTest {

    private static final List<String> ALL_OF_D =
            List.of("/d", "/d/a.txt", "/d/b.c", "/d/sub", "/d/sub/other", "/d/sub/x.txt");

    @TempDir
    Path temp;

    private SourceFolder source;

    @BeforeEach
    void makeFiles() throws IOException {
        source = new SourceFolder(temp).with("d/a.txt", "d/b.c", "d/sub/x.txt", "d/sub/other", "e/d/z", "top.txt");
    }

    private static FilterRules excluding(String... patterns) {
        return FilterRules.NONE.withPatterns(List.of(PatternList.of(Arrays.asList(patterns))));
    }

    private List<String> chosen(String... targets) throws IOException {
        return paths(source.tree(FilterRules.NONE, targets));
    }

    @Test
    void a_relative_target_stands_at_the_root_with_its_components() throws IOException {
        assertThat(chosen("d/sub")).containsExactly("/d", "/d/sub", "/d/sub/other", "/d/sub/x.txt");
    }

    @Test
    void an_absolute_target_keeps_its_whole_path() throws IOException {
        List<String> chosen = chosen(source.path("d/sub/x.txt"));
        assertThat(chosen).endsWith(temp + "/d/sub", temp + "/d/sub/x.txt");
        assertThat(chosen).hasSize(temp.getNameCount() + 3);
    }

    @Test
    void a_target_above_the_working_directory_loses_the_dots() throws IOException {
        SourceTree tree = source.treeFrom("e", FilterRules.NONE, "../d/sub/../b.c");
        assertThat(paths(tree)).containsExactly("/d", "/d/b.c");
        assertThat(tree.paths()).containsExactly(source.path("d/b.c"));
    }

    @Test
    void the_working_directory_as_a_target_puts_its_entries_at_the_root() throws IOException {
        SourceTree tree = source.treeFrom("d", FilterRules.NONE, ".");
        assertThat(paths(tree)).containsExactly("/a.txt", "/b.c", "/sub", "/sub/other", "/sub/x.txt");
        assertThat(tree.paths()).containsExactly(source.path("d"));
    }

    @Test
    void the_folder_above_as_a_target_puts_its_entries_at_the_root() throws IOException {
        assertThat(paths(source.treeFrom("d", excluding("e", "sub", "*.txt"), "..")))
                .containsExactly("/d", "/d/b.c");
    }

    @Test
    void equal_names_from_several_folders_are_numbered() throws IOException {
        assertThat(paths(source.treeFrom("e", FilterRules.NONE, "d", "../d/sub", "../d/b.c")))
                .containsExactly("/d", "/d/z", "/d-1", "/d-1/b.c", "/d-1/sub", "/d-1/sub/other", "/d-1/sub/x.txt");
    }

    @Test
    void excluded_entries_keep_the_names_they_would_have() throws IOException {
        source.with("e/x", "e/d/x");
        FilterRules rules = excluding(source.path("e/x"));
        assertThat(paths(source.treeFrom("e/d", rules, "..", "."))).containsExactly("/d", "/d/x", "/d/z", "/x-1", "/z");
    }

    @Test
    void one_target_named_twice_is_there_once() throws IOException {
        SourceTree tree = source.tree(FilterRules.NONE, "d", "./e/../d");
        assertThat(paths(tree)).isEqualTo(ALL_OF_D);
        assertThat(tree.paths()).containsExactly(source.path("d"), source.path("d"));
    }

    @Test
    void targets_inside_others_change_nothing() throws IOException {
        assertThat(chosen("d/sub/x.txt", "d")).isEqualTo(ALL_OF_D);
        assertThat(chosen("d", "d/sub/x.txt")).isEqualTo(ALL_OF_D);
        assertThat(chosen(".", "d/sub")).containsAll(ALL_OF_D).contains("/e/d/z", "/top.txt");
    }

    @Test
    void paths_are_sorted() throws IOException {
        assertThat(source.tree(FilterRules.NONE, "e", "d", "./e").paths())
                .containsExactly(source.path("d"), source.path("e"), source.path("e"));
    }

    @Test
    void targets_are_not_excluded() throws IOException {
        assertThat(paths(source.tree(excluding("*.txt", "sub"), "d/a.txt", "d/sub")))
                .containsExactly("/d", "/d/a.txt", "/d/sub");
    }

    @Test
    void what_leads_to_a_target_is_not_excluded_but_its_other_entries_are() throws IOException {
        assertThat(paths(source.tree(excluding("sub"), "d/sub/x.txt", "d")))
                .containsExactly("/d", "/d/a.txt", "/d/b.c", "/d/sub", "/d/sub/x.txt");
    }

    @Test
    void missing_targets_are_told_as_written() throws IOException {
        SourceTree tree = source.tree(FilterRules.NONE, "d/b.c", "no/where", "", "d/b.c/x");
        assertThat(tree.missing()).containsExactly("no/where", "", "d/b.c/x");
        assertThat(paths(tree)).containsExactly("/d", "/d/b.c");
    }

    @Test
    void without_any_target_left_the_root_is_empty() throws IOException {
        assertThat(source.tree(FilterRules.NONE, "nope").root()).isEmpty();
        assertThat(source.tree(FilterRules.NONE, "nope").paths()).isEmpty();
    }

    @Test
    void a_target_that_is_a_link_stays_a_link() throws IOException {
        Files.createSymbolicLink(temp.resolve("link"), Path.of("d"));
        assertThat(chosen("link")).containsExactly("/link");
    }

    @Test
    void a_link_on_the_way_to_a_target_becomes_the_folder_it_points_to() throws IOException {
        Files.createSymbolicLink(temp.resolve("link"), Path.of("d"));
        assertThat(chosen("link/b.c")).containsExactly("/link", "/link/b.c");
        assertThat(chosen("link", "link/b.c")).contains("/link/a.txt", "/link/sub/x.txt");
    }

    @Test
    void entries_come_in_the_order_of_their_bytes() throws IOException {
        source.with("o/a b", "o/a", "o/é", "o/B", "o/\uFB01", "o/𝄞");
        assertThat(chosen("o")).containsExactly("/o", "/o/B", "/o/a", "/o/a b", "/o/é", "/o/\uFB01", "/o/𝄞");
    }

    @Test
    void sockets_are_never_chosen() throws IOException {
        // Names of sockets must be short, so this one stands at the top.
        Path socket = Files.createTempDirectory("s").resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            SourceTree tree = source.tree(FilterRules.NONE, socket.toString());
            assertThat(paths(tree)).noneMatch(path -> path.endsWith("/s"));
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
        }
    }

    @Test
    void what_vanished_is_reported_as_missing_when_asked_for() throws IOException {
        SourceTree tree = source.tree(FilterRules.NONE, "e");
        Files.delete(temp.resolve("e/d/z"));
        Files.delete(temp.resolve("e/d"));
        Files.delete(temp.resolve("e"));
        assertThatThrownBy(() -> tree.stat(tree.root().getFirst())).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> tree.entries(tree.root().getFirst())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void the_root_of_the_file_system_shows_its_entries() throws IOException {
        SourceTree tree = source.tree(excluding("/proc"), "/");
        assertThat(tree.paths()).containsExactly("/");
        assertThat(tree.root())
                .extracting(SourceEntry::path)
                .contains("/etc", "/dev")
                .doesNotContain("/proc");
    }

    @Test
    void a_scan_counts_what_is_chosen() throws Exception {
        LocalFiles files = LocalFiles.host();
        files.createFifo(source.path("d/pipe"));
        Files.writeString(temp.resolve("d/a.txt"), "12345");
        SourceTree tree = source.tree(excluding("sub", "b.c"), "d");
        Scanner.Totals totals = new Scanner(tree).scan(sofar -> {});
        assertThat(totals).isEqualTo(new Scanner.Totals(1, 1, 1, 5));
        assertThat(tree.stat(tree.root().getFirst()).kind()).isEqualTo(FileStat.Kind.DIRECTORY);
    }
}
