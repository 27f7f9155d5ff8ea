package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingFilesTest extends RestoreTestCase {

    private static final Instant THEN = RestoreFixture.THEN.toInstant();

    private RestoreSummary restore(Overwrite overwrite) throws IOException {
        return fixture.restore(fixture.request(fixture.file("f", "snapshot")).withOverwrite(overwrite));
    }

    @Test
    void the_right_content_is_not_written_again_but_metadata_are_set() throws IOException {
        fixture.write("f", "snapshot");
        RestoreSummary summary = restore(Overwrite.ALWAYS);
        assertThat(fixture.actions()).containsExactly("UNCHANGED /f");
        assertThat(fixture.stat("f").permissions()).isEqualTo(0640);
        assertThat(fixture.stat("f").mtime()).isEqualTo(THEN);
        assertThat(summary.filesSkipped()).isEqualTo(1);
        assertThat(summary.bytesSkipped()).isEqualTo(8);
        assertThat(summary.totalFiles()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snap", "snapshot and more", "SNAPSHOT"})
    void other_content_of_any_length_is_made_right_in_place(String old) throws IOException {
        long inode = fixture.files.stat(fixture.write("f", old).toString()).inode();
        restore(Overwrite.ALWAYS);
        assertThat(fixture.text("f")).isEqualTo("snapshot");
        assertThat(fixture.stat("f").inode()).isEqualTo(inode);
        assertThat(fixture.actions()).containsExactly("UPDATED /f");
    }

    @Test
    void only_the_pieces_that_differ_are_fetched() throws IOException {
        byte[] same = new byte[200_000];
        byte[] changed = new byte[300_000];
        Arrays.fill(same, (byte) 's');
        Arrays.fill(changed, (byte) 'c');
        RestoreRequest request = fixture.request(fixture.file("f", same, changed, same));
        fixture.restore(request);
        byte[] content = Files.readAllBytes(fixture.target.resolve("f"));
        byte[] disturbed = content.clone();
        disturbed[250_000] = 0;
        Files.write(fixture.target.resolve("f"), disturbed);
        RestoreSummary summary = fixture.restore(request, RestoreOption.VERIFY);
        assertThat(fixture.target.resolve("f")).hasBinaryContent(content);
        assertThat(summary.bytesRestored()).isEqualTo(700_000);
        assertThat(fixture.problems()).isEmpty();
    }

    @Test
    void a_file_with_the_same_time_and_size_is_trusted_only_on_demand() throws IOException {
        fixture.write("f", "SNAPSHOT");
        fixture.setTime("f", THEN);
        restore(Overwrite.IF_CHANGED);
        assertThat(fixture.text("f")).isEqualTo("SNAPSHOT");
        restore(Overwrite.ALWAYS);
        assertThat(fixture.text("f")).isEqualTo("snapshot");
    }

    @Test
    void a_newer_file_stays_with_if_newer() throws IOException {
        fixture.write("f", "newer");
        restore(Overwrite.IF_NEWER);
        assertThat(fixture.text("f")).isEqualTo("newer");
        assertThat(fixture.stat("f").mtime()).isNotEqualTo(THEN);
        fixture.setTime("f", THEN.minusSeconds(1));
        restore(Overwrite.IF_NEWER);
        assertThat(fixture.text("f")).isEqualTo("snapshot");
    }

    @Test
    void nothing_that_exists_is_touched_with_never() throws IOException {
        fixture.write("f", "mine");
        fixture.write("l", "mine too");
        fixture.restore(fixture.request(fixture.file("f", "x"), fixture.symlink("l", "y"))
                .withOverwrite(Overwrite.NEVER));
        assertThat(fixture.text("f")).isEqualTo("mine");
        assertThat(fixture.text("l")).isEqualTo("mine too");
        assertThat(fixture.stat("f").mtime()).isNotEqualTo(THEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALWAYS", "IF_CHANGED"})
    void a_file_with_other_names_is_replaced_and_not_written_into(Overwrite overwrite) throws IOException {
        Path other = folder.resolve("other");
        Files.createLink(other, fixture.write("f", "OTHER"));
        restore(overwrite);
        assertThat(other).hasContent("OTHER");
        assertThat(fixture.text("f")).isEqualTo("snapshot");
    }

    @Test
    void a_symbolic_link_in_the_place_of_a_file_is_replaced() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "precious");
        Files.createDirectories(fixture.target);
        Files.createSymbolicLink(fixture.target.resolve("f"), outside);
        restore(Overwrite.ALWAYS);
        assertThat(outside).hasContent("precious");
        assertThat(fixture.stat("f").isFile()).isTrue();
    }

    @Test
    void a_file_in_the_place_of_a_directory_is_replaced() throws IOException {
        fixture.write("d", "in the way");
        fixture.restore(fixture.dir("d", fixture.file("f", "1")));
        assertThat(fixture.text("d/f")).isEqualTo("1");
    }

    @Test
    void an_empty_directory_gives_way_to_a_file_and_a_full_one_does_not() throws IOException {
        Files.createDirectories(fixture.target.resolve("f"));
        fixture.write("g/precious", "1");
        Files.createDirectories(fixture.target.resolve("l"));
        fixture.restore(fixture.file("f", "new"), fixture.file("g", "new"), fixture.symlink("l", "f"));
        assertThat(fixture.text("f")).isEqualTo("new");
        assertThat(fixture.text("g/precious")).isEqualTo("1");
        assertThat(fixture.stat("l").isDirectory()).isFalse();
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/g: ");
    }

    @Test
    void a_full_directory_gives_way_if_things_may_be_deleted() throws IOException {
        fixture.write("g/d/x", "1");
        fixture.write("l/d/x", "1");
        fixture.restore(fixture.request(fixture.file("g", "new"), fixture.symlink("l", "g")), RestoreOption.DELETE);
        assertThat(fixture.text("g")).isEqualTo("new");
        assertThat(fixture.listing()).containsExactly("g", "l");
    }

    @Test
    void restoring_twice_gives_the_same_result_for_links_of_all_kinds() throws IOException {
        var first = fixture.file("a", "1").toBuilder().links(2).inode(7).build();
        RestoreRequest request = fixture.request(first, first.withName("b"), fixture.symlink("l", "a"));
        fixture.restore(request);
        fixture.restore(request);
        assertThat(fixture.problems()).isEmpty();
        assertThat(fixture.stat("a").links()).isEqualTo(2);
        assertThat(fixture.listing()).containsExactly("a", "b", "l");
    }

    @Test
    void a_file_nobody_may_write_to_is_restored_all_the_same() throws IOException {
        fixture.files.setPermissions(fixture.write("d/f", "old").toString(), 0);
        fixture.files.setPermissions(fixture.target.resolve("d").toString(), 0500);
        fixture.restore(fixture.dir("d", fixture.file("f", "new"), fixture.file("g", "1")));
        assertThat(fixture.problems()).isEmpty();
        assertThat(fixture.text("d/f")).isEqualTo("new");
        assertThat(fixture.stat("d").permissions()).isEqualTo(0750);
    }
}
