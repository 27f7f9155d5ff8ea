package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both programs back up the same things to the same repository: they must agree to the last byte. */
class SameTreesIT {

    private static final Pattern TREE = Pattern.compile("\"tree\":\"([0-9a-f]{64})\"");

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

    /** Trees of all snapshots, oldest first. */
    private List<String> trees() {
        Matcher matcher = TREE.matcher(at.restic.run("snapshots", "--json").ok().out());
        return matcher.results().map(found -> found.group(1)).toList();
    }

    /** Runs in the source. */
    private void backUp(Program program, String... arguments) {
        program.in(source).run(arguments).ok();
    }

    @Test
    void a_folder_gives_the_same_tree() {
        backUp(at.coffer, "backup", ".");
        backUp(at.restic, "backup", "--force", ".");
        assertThat(trees()).hasSize(2).containsOnly(trees().getFirst());
    }

    @Test
    void folders_on_the_way_to_targets_give_the_same_tree() {
        backUp(at.coffer, "backup", "a/b", "many", "./hello.txt");
        backUp(at.restic, "backup", "--force", "a/b", "many", "./hello.txt");
        assertThat(trees()).hasSize(2).containsOnly(trees().getFirst());
    }

    @Test
    void each_takes_the_other_ones_snapshot_for_its_parent_and_finds_nothing_changed() {
        backUp(at.restic, "backup", ".");
        assertUnchanged(at.coffer.in(source).run("backup", "--json", ".").ok());
        assertUnchanged(at.restic.in(source).run("backup", "--json", ".").ok());
        assertThat(trees()).hasSize(3).containsOnly(trees().getFirst());
    }

    private static void assertUnchanged(Program.Result result) {
        assertThat(result.out())
                .contains("\"files_new\":0,\"files_changed\":0,")
                .contains("\"dirs_new\":0,\"dirs_changed\":0,")
                .contains("\"data_blobs\":0,\"tree_blobs\":0,\"data_added\":0,");
    }
}
