package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.fs.TroubledFiles;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileSnapshotTest extends RestoreTestCase {

    private Path outside;

    @BeforeEach
    void makeOutside() throws IOException {
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("f"), "precious");
    }

    private void assertOutsideUntouched() throws IOException {
        assertThat(outside.resolve("f")).hasContent("precious");
        try (var entries = Files.list(outside)) {
            assertThat(entries).hasSize(1);
        }
        assertThat(fixture.files.stat(outside.toString()).mtime()).isNotEqualTo(RestoreFixture.THEN.toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/f", "..", ".", "", "/etc/x", "a/b", "/", "a\0b"})
    void names_that_are_no_plain_names_are_refused(String name) throws IOException {
        RestoreSummary summary = fixture.restore(
                fixture.file(name, "evil"), fixture.dir(name, fixture.file("f", "evil")), fixture.file("z", "good"));
        assertThat(fixture.listing()).containsExactly("z");
        assertThat(summary.errors()).isEqualTo(2);
        assertOutsideUntouched();
    }

    @Test
    void a_directory_of_the_name_of_an_earlier_symbolic_link_is_refused() throws IOException {
        fixture.restore(fixture.symlink("x", outside.toString()), fixture.dir("x", fixture.file("f", "evil")));
        assertThat(fixture.stat("x").isDirectory()).isFalse();
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/x: ");
        assertOutsideUntouched();
    }

    @Test
    void a_symbolic_link_of_the_name_of_an_earlier_directory_is_refused() throws IOException {
        Node dir = fixture.dir("x", fixture.file("f", "good"));
        fixture.restore(
                fixture.request(dir, fixture.file("y", "1"), fixture.symlink("x", outside.toString())),
                RestoreOption.DELETE);
        assertThat(fixture.text("x/f")).isEqualTo("good");
        assertThat(fixture.problems()).hasSize(1);
        assertOutsideUntouched();
    }

    @Test
    void a_symbolic_link_that_was_there_before_is_not_followed_to_a_directory() throws IOException {
        Files.createDirectories(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("d"), outside);
        fixture.restore(fixture.dir("d", fixture.file("f", "new")));
        assertThat(fixture.text("d/f")).isEqualTo("new");
        assertThat(fixture.stat("d").isDirectory()).isTrue();
        assertOutsideUntouched();
    }

    @Test
    void nor_is_one_further_up_when_only_a_part_is_restored() throws IOException {
        Files.createDirectories(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("a"), outside);
        PathFilter filter =
                (path, _) -> path.equals("/a/b/f") ? PathFilter.Choice.SELECTED : PathFilter.Choice.PERHAPS_WITHIN;
        fixture.restore(fixture.request(fixture.dir("a", fixture.dir("b", fixture.file("f", "new"))))
                .withFilter(filter));
        assertThat(fixture.text("a/b/f")).isEqualTo("new");
        assertOutsideUntouched();
    }

    @Test
    void a_link_that_was_there_before_is_not_followed_in_a_dry_run_either() throws IOException {
        Files.createDirectories(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("d"), outside);
        fixture.restore(
                fixture.request(fixture.dir("d", fixture.file("f", "new"))),
                RestoreOption.DRY_RUN,
                RestoreOption.DELETE);
        assertThat(fixture.actions()).containsExactly("RESTORED /d", "RESTORED /d/f");
        assertOutsideUntouched();
    }

    @Test
    void a_directory_that_somebody_replaces_by_a_link_meanwhile_is_not_followed() throws IOException {
        Path inner = Files.createDirectory(outside.resolve("e"));
        int permissions = fixture.files.stat(inner.toString()).permissions();
        TroubledFiles files = new TroubledFiles();
        files.when("create", "/z", path -> {
            Files.move(fixture.target.resolve("d"), folder.resolve("moved"));
            Files.createSymbolicLink(fixture.target.resolve("d"), outside);
            return fixture.files.create(path);
        });
        Node dir = fixture.dir("d", fixture.dir("e", fixture.symlink("s", "x")));
        fixture.restore(fixture.request(dir, fixture.file("z", "text")), files.files());
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/d: ");
        assertThat(inner).isEmptyDirectory();
        assertThat(fixture.files.stat(inner.toString()).permissions()).isEqualTo(permissions);
    }

    @Test
    void a_hard_link_to_a_file_that_is_refused_leads_nowhere() throws IOException {
        Node evil =
                fixture.file("../outside/f", "1").toBuilder().links(2).inode(9).build();
        fixture.restore(evil, evil.withName("good"));
        assertThat(fixture.text("good")).isEqualTo("1");
        assertOutsideUntouched();
    }

    @Test
    void sockets_are_passed_over_and_unknown_types_are_reported() throws IOException {
        Node unknown = fixture.node("u", NodeType.IRREGULAR, 0).build();
        fixture.restore(fixture.node("s", NodeType.SOCKET, 0).build(), unknown);
        assertThat(fixture.listing()).isEmpty();
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/u: ");
    }

    @Test
    void a_file_that_claims_another_size_does_not_look_restored() throws IOException {
        Node liar = fixture.file("f", "12345").toBuilder().size(1L << 60).build();
        RestoreSummary summary = fixture.restore(liar);
        assertThat(fixture.text("f")).isEqualTo("12345");
        assertThat(fixture.stat("f").mtime()).isNotEqualTo(RestoreFixture.THEN.toInstant());
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(summary.filesRestored()).isZero();
    }

    @Test
    void a_file_node_without_content_is_reported() throws IOException {
        fixture.restore(fixture.node("f", NodeType.FILE, 0644).build(), fixture.file("g", "1"));
        assertThat(fixture.listing()).containsExactly("g");
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/f: ");
    }
}
