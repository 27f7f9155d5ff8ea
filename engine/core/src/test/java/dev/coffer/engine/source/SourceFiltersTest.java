package dev.coffer.engine.source;

import static dev.coffer.engine.source.SourceFolder.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.fs.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFiltersTest {

    private static final String SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n";

    @TempDir
    Path temp;

    private SourceFolder source;

    @BeforeEach
    void makeFolder() {
        source = new SourceFolder(temp);
    }

    @Test
    void patterns_match_absolute_paths() throws IOException {
        source.with("d/a/x", "d/b/x", "d/c");
        FilterRules rules = FilterRules.NONE.withPatterns(List.of(PatternList.of(List.of(temp + "/d/a"))));
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/b", "/d/b/x", "/d/c");
    }

    @Test
    void one_list_cannot_take_back_what_another_excludes() throws IOException {
        source.with("d/x.TXT", "d/y");
        FilterRules rules = FilterRules.NONE.withPatterns(
                List.of(PatternList.of(List.of("!x.TXT")), PatternList.ignoringCase(List.of("*.txt"))));
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/y");
    }

    @Test
    void caches_are_left_out_but_for_their_tag() throws IOException {
        source.with("d/cache/data", "d/cache/sub/x", "d/none/data", "d/none/CACHEDIR.TAG");
        Files.writeString(temp.resolve("d/cache/CACHEDIR.TAG"), SIGNATURE);
        FilterRules rules = FilterRules.NONE.withTags(List.of(FolderTag.CACHE));
        assertThat(paths(source.tree(rules, "d")))
                .containsExactly(
                        "/d", "/d/cache", "/d/cache/CACHEDIR.TAG", "/d/none", "/d/none/CACHEDIR.TAG", "/d/none/data");
        assertThat(source.problems).isEmpty();
    }

    @Test
    void a_tag_without_header_counts_by_its_presence() throws IOException {
        source.with("d/a/.nobackup", "d/a/x", "d/b/x");
        Files.createDirectories(temp.resolve("d/c/.nobackup"));
        source.with("d/c/y");
        FilterRules rules = FilterRules.NONE.withTags(List.of(FolderTag.parse(".nobackup")));
        assertThat(paths(source.tree(rules, "d")))
                .containsExactly("/d", "/d/a", "/d/a/.nobackup", "/d/b", "/d/b/x", "/d/c", "/d/c/.nobackup");
    }

    @Test
    void a_tag_that_cannot_be_read_is_reported_and_excludes_nothing() throws IOException {
        source.with("d/x");
        Files.createDirectories(temp.resolve("d/TAG"));
        FilterRules rules = FilterRules.NONE.withTags(List.of(FolderTag.parse("TAG:header")));
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/TAG", "/d/x");
        assertThat(source.problems).containsExactly(source.path("d/TAG"));
    }

    @Test
    void targets_in_a_tagged_folder_are_kept() throws IOException {
        source.with("d/TAG", "d/in/x", "d/out");
        FilterRules rules = FilterRules.NONE.withTags(List.of(FolderTag.parse("TAG")));
        assertThat(paths(source.tree(rules, "d", "d/in"))).containsExactly("/d", "/d/TAG", "/d/in", "/d/in/x");
        assertThat(paths(source.treeFrom("d", rules, "."))).containsExactly("/TAG");
    }

    @Test
    void the_name_of_a_tag_is_no_path() {
        assertThat(FolderTag.parse("n:a:b")).isEqualTo(new FolderTag("n", "a:b"));
        assertThatThrownBy(() -> FolderTag.parse(":x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FolderTag.parse("a/b")).hasMessageContaining("a/b");
    }

    @Test
    void files_above_the_limit_are_left_out() throws IOException {
        source.with("d/folder/x", "d/large");
        Files.write(temp.resolve("d/large"), new byte[1001]);
        Files.write(temp.resolve("d/small"), new byte[1000]);
        FilterRules rules = FilterRules.NONE.withLargestFile(1000);
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/folder", "/d/folder/x", "/d/small");
    }

    @Test
    void folders_of_our_own_are_left_out_whole() throws IOException {
        source.with("d/cache/x", "d/cache2/x");
        FilterRules rules = FilterRules.NONE.withFolders(List.of(source.path("d/cache")));
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/cache2", "/d/cache2/x");
    }

    @Test
    void what_lies_in_a_folder_of_our_own_is_left_out_even_where_a_target_leads_into_it() throws IOException {
        source.with("d/cache/sub/x", "d/y");
        FilterRules rules = FilterRules.NONE.withFolders(List.of(source.path("d/cache")));
        assertThat(paths(source.tree(rules, "d/cache/sub"))).containsExactly("/d", "/d/cache", "/d/cache/sub");
    }

    @Test
    void other_file_systems_are_not_entered_but_their_mount_points_stay() throws IOException {
        SourceTree tree = source.tree(FilterRules.NONE.withOneFileSystem(true), "/");
        SourceEntry proc = tree.root().stream()
                .filter(entry -> "proc".equals(entry.name()))
                .findFirst()
                .orElseThrow();
        assertThat(tree.accepts(proc, tree.stat(proc))).isTrue();
        assertThat(tree.entries(proc)).isNotEmpty().noneMatch(entry -> accepted(tree, entry));
    }

    @Test
    void a_target_permits_its_own_file_system() throws IOException {
        SourceTree tree = source.tree(FilterRules.NONE.withOneFileSystem(true), "/", "/proc");
        SourceEntry proc = tree.root().stream()
                .filter(entry -> "proc".equals(entry.name()))
                .findFirst()
                .orElseThrow();
        assertThat(tree.entries(proc))
                .filteredOn(entry -> "version".equals(entry.name()))
                .isNotEmpty()
                .allMatch(entry -> accepted(tree, entry));
    }

    private static boolean accepted(SourceTree tree, SourceEntry entry) {
        try {
            return tree.accepts(entry, tree.stat(entry));
        } catch (IOException ended) {
            // A process that ended meanwhile.
            return false;
        }
    }

    @Test
    void names_that_are_no_text_are_found_and_filtered() throws IOException {
        Files.createDirectories(temp.resolve("d"));
        LocalFiles.host().create(source.path("d") + "/\uDCFFx").close();
        LocalFiles.host().create(source.path("d") + "/\uDCFEx").close();
        FilterRules rules = FilterRules.NONE.withPatterns(List.of(PatternList.of(List.of("\uDCFF*"))));
        assertThat(paths(source.tree(rules, "d"))).containsExactly("/d", "/d/\uDCFEx");
    }
}
