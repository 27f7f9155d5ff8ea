package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.filter.PathFilter.Choice;
import dev.coffer.engine.fs.TroubledFiles;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeletionTest extends RestoreTestCase {

    @Test
    void what_the_snapshot_does_not_hold_is_removed() throws IOException {
        fixture.write("d/extra/deep/x", "1");
        fixture.write("top", "1");
        RestoreSummary summary =
                fixture.restore(fixture.request(fixture.dir("d", fixture.file("f", "1"))), RestoreOption.DELETE);
        assertThat(fixture.listing()).containsExactly("d", "d/f");
        assertThat(summary.filesDeleted()).isEqualTo(4);
        assertThat(fixture.stat("d").mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
    }

    @Test
    void what_cannot_be_removed_is_reported_and_the_rest_removed() throws IOException {
        for (String surplus : List.of("d/a", "d/closed/a", "d/closed/stays", "d/closed/z", "d/z", "z")) {
            fixture.write(surplus, "1");
        }
        RestoreSummary summary = restoreWhere("remove", "/closed/stays");
        assertThat(fixture.listing()).containsExactly("d", "d/closed", "d/closed/stays", "d/f");
        assertThat(fixture.problems()).singleElement().asString().startsWith("/d/closed/stays: ");
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(fixture.stat("d").mtime()).isEqualTo(RestoreFixture.THEN.toInstant());
    }

    @Test
    void a_directory_that_cannot_be_listed_stays() throws IOException {
        fixture.write("d/closed/hidden", "1");
        fixture.write("d/z", "1");
        restoreWhere("list", "/closed");
        assertThat(fixture.listing()).containsExactly("d", "d/closed", "d/closed/hidden", "d/f");
        assertThat(fixture.problems()).singleElement().asString().startsWith("/d/closed: ");
    }

    /** Permission is denied to do something with paths that end so. */
    private RestoreSummary restoreWhere(String method, String pathEnd) throws IOException {
        TroubledFiles files = new TroubledFiles();
        files.when(method, pathEnd, path -> {
            throw new AccessDeniedException(path);
        });
        RestoreRequest request = fixture.request(fixture.dir("d", fixture.file("f", "1")));
        return fixture.restore(request, files.files(), RestoreOption.DELETE);
    }

    @Test
    void without_the_option_everything_stays() throws IOException {
        fixture.write("d/extra", "1");
        fixture.restore(fixture.dir("d"));
        assertThat(fixture.listing()).containsExactly("d", "d/extra");
    }

    @Test
    void a_symbolic_link_is_removed_and_what_it_leads_to_stays() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "1");
        Files.createDirectories(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("l"), outside);
        fixture.restore(fixture.request(fixture.file("f", "1")), RestoreOption.DELETE);
        assertThat(fixture.listing()).containsExactly("f");
        assertThat(outside.resolve("precious")).hasContent("1");
    }

    @Test
    void what_is_excluded_stays_wherever_it_is() throws IOException {
        fixture.write("extra/keep", "1");
        fixture.write("extra/go", "1");
        fixture.write("keep", "1");
        PathFilter filter = (path, _) -> path.endsWith("/keep") ? Choice.REFUSED : Choice.SELECTED;
        fixture.restore(fixture.request(fixture.file("f", "1")).withFilter(filter), RestoreOption.DELETE);
        assertThat(fixture.listing()).containsExactly("extra", "extra/keep", "f", "keep");
    }

    @Test
    void directories_that_are_not_restored_are_not_cleaned() throws IOException {
        fixture.write("other/extra", "1");
        PathFilter filter = (path, _) -> path.startsWith("/d") ? Choice.SELECTED : Choice.REFUSED;
        fixture.restore(
                fixture.request(fixture.dir("d"), fixture.dir("other")).withFilter(filter), RestoreOption.DELETE);
        assertThat(fixture.listing()).containsExactly("d", "other", "other/extra");
    }

    @Test
    void nothing_is_deleted_once_a_name_was_unsafe() throws IOException {
        fixture.write("a/extra", "1");
        fixture.write("z/extra", "1");
        fixture.restore(
                fixture.request(fixture.dir("a"), fixture.dir("m", fixture.file("x/y", "1")), fixture.dir("z")),
                RestoreOption.DELETE);
        assertThat(fixture.listing()).contains("a/extra", "z/extra");
    }

    @Test
    void nothing_is_deleted_from_a_directory_whose_tree_is_missing() throws IOException {
        fixture.write("d/precious", "1");
        var dir = fixture.node("d", NodeType.DIR, 0x8000_01ED)
                .subtree(dev.coffer.engine.blob.ObjectId.of(new byte[1]))
                .build();
        RestoreSummary summary = fixture.restore(fixture.request(dir), RestoreOption.DELETE);
        assertThat(fixture.text("d/precious")).isEqualTo("1");
        assertThat(summary.errors()).isEqualTo(1);
    }
}
