package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.tree.FileMode;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** Restoring as the superuser and as an ordinary user: each gets what the system lets them have. */
class OwnershipTest extends RestoreTestCase {

    private static final int SOMEBODY = 12345;
    private static final int SET_UID = 04000;

    private Node fileOf(long uid, int mode) throws IOException {
        return fixture.file("f", "text").toBuilder().uid(uid).mode(mode).build();
    }

    private long ourselves() throws IOException {
        return fixture.files.stat(folder.toString()).uid();
    }

    @Test
    void a_file_of_somebody_is_given_back_by_the_superuser_and_kept_by_others() throws IOException {
        RestoreSummary summary = fixture.restore(fileOf(SOMEBODY, 0640));
        assertThat(summary.errors()).isZero();
        assertThat(fixture.stat("f").uid()).isEqualTo(fixture.files.privileged() ? SOMEBODY : ourselves());
        assertThat(fixture.stat("f").permissions()).isEqualTo(0640);
    }

    @Test
    void a_program_never_runs_as_another_user_than_it_was_made_for() throws IOException {
        fixture.restore(fileOf(SOMEBODY, FileMode.SETUID | 0711));
        boolean given = fixture.stat("f").uid() == SOMEBODY;
        assertThat(fixture.stat("f").permissions()).isEqualTo(given ? SET_UID | 0711 : 0711);
    }

    @Test
    void a_program_that_runs_as_its_owner_still_does() throws IOException {
        fixture.restore(fileOf(ourselves(), FileMode.SETUID | 0711));
        assertThat(fixture.stat("f").permissions()).isEqualTo(SET_UID | 0711);
    }

    @Test
    void a_directory_that_its_owner_may_not_write_to_is_filled_all_the_same() throws IOException {
        Node closed = fixture.node("d", NodeType.DIR, FileMode.DIR | 0500)
                .subtree(fixture.tree(fixture.file("f", "text")))
                .build();
        assertThat(fixture.restore(closed).errors()).isZero();
        assertThat(fixture.text("d/f")).isEqualTo("text");
        assertThat(fixture.stat("d").permissions()).isEqualTo(0500);
    }

    @Test
    void so_is_one_that_was_there_before() throws IOException {
        Path directory = Files.createDirectories(fixture.target.resolve("d"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
        assertThat(fixture.restore(fixture.dir("d", fixture.file("f", "text"))).errors())
                .isZero();
        assertThat(fixture.text("d/f")).isEqualTo("text");
        assertThat(fixture.stat("d").permissions()).isEqualTo(0750);
    }
}
