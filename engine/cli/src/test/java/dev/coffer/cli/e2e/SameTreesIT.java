package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both programs back up the same things to the same repository: they must agree to the last byte. */
class SameTreesIT {

    @TempDir
    Path directory;

    private Workplace at;
    private Path source;

    @BeforeEach
    void prepare() {
        at = new Workplace(directory);
        source = at.nastyDirectory();
        at.coffer.run("init").ok();
    }

    /** Runs in the source. */
    private void backUp(Program program, String... arguments) {
        program.in(source).run(arguments).ok();
    }

    @Test
    void a_folder_gives_the_same_tree() {
        backUp(at.coffer, "backup", ".");
        backUp(at.restic, "backup", "--force", ".");
        assertOneTree(2);
    }

    @Test
    void folders_on_the_way_to_targets_give_the_same_tree() {
        backUp(at.coffer, "backup", "a/b", "many", "./hello.txt");
        backUp(at.restic, "backup", "--force", "a/b", "many", "./hello.txt");
        assertOneTree(2);
    }

    @Test
    void each_takes_the_other_ones_snapshot_for_its_parent_and_finds_nothing_changed() {
        backUp(at.restic, "backup", ".");
        assertUnchanged(at.coffer.in(source).run("backup", "--json", ".").ok());
        assertUnchanged(at.restic.in(source).run("backup", "--json", ".").ok());
        assertOneTree(3);
    }

    private void assertOneTree(int snapshots) {
        List<String> trees = Workplace.trees(at.restic);
        assertThat(trees).hasSize(snapshots).containsOnly(trees.getFirst());
    }

    private static void assertUnchanged(Program.Result result) {
        assertThat(result.out())
                .contains("\"files_new\":0,\"files_changed\":0,")
                .contains("\"dirs_new\":0,\"dirs_changed\":0,")
                .contains("\"data_blobs\":0,\"tree_blobs\":0,\"data_added\":0,");
    }
}
