package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots that were made from others by Coffer are sound to restic. */
class ChangedSnapshotsIT {

    @TempDir
    Path directory;

    private Workplace at;
    private Path source;

    @BeforeEach
    void open() {
        at = new Workplace(directory);
        source = at.nastyDirectory();
    }

    private void backUpWithRestic(String... options) {
        at.restic.run(concat("init", options)).ok();
        at.restic.in(source).run("backup", ".").ok();
    }

    private static String[] concat(String first, String... others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }

    @Test
    void a_rewritten_snapshot_holds_what_is_left() {
        backUpWithRestic();
        at.coffer.run("rewrite", "--exclude", "many", "--forget").ok();
        at.restic.run("check", "--read-data").ok();
        assertThat(at.restic.run("ls", "--recursive", "latest").ok().out())
                .contains("/hello.txt")
                .doesNotContain("/many");
    }

    @Test
    void rewriting_without_effect_on_any_file_leaves_every_tree_as_it_is() {
        backUpWithRestic();
        at.coffer
                .run("rewrite", "--snapshot-summary", "--exclude", "nothing-of-this-name", "--new-host", "other")
                .ok();
        List<String> trees = Workplace.trees(at.restic);
        assertThat(trees).hasSize(2).containsOnly(trees.getFirst());
    }

    @Test
    void a_copy_is_sound_and_has_the_same_tree() {
        backUpWithRestic("--repository-version", "1");
        Program target = at.restic.on(at.path("target"));
        target.run("init").ok();
        at.coffer
                .on(at.path("target"))
                .with("RESTIC_FROM_PASSWORD", "secret")
                .run("copy", "--from-repo", at.repository().toString())
                .ok();
        target.run("check", "--read-data").ok();
        assertThat(Workplace.trees(target)).isEqualTo(Workplace.trees(at.restic));
    }

    @Test
    void a_snapshot_that_was_forgotten_is_recovered() {
        backUpWithRestic();
        String tree = Workplace.trees(at.restic).getFirst();
        at.restic.run("forget", "latest").ok();
        at.coffer.run("recover").ok();
        at.restic.run("check", "--read-data").ok();
        assertThat(at.restic.run("ls", "latest").ok().out()).contains("/" + tree.substring(0, 8) + "/hello.txt");
    }

    @Test
    void an_upgraded_repository_is_one_of_version_2() {
        backUpWithRestic("--repository-version", "1");
        at.coffer.run("migrate", "upgrade_repo_v2").ok();
        at.restic.run("check", "--read-data").ok();
        assertThat(at.restic.run("cat", "config").ok().out()).contains("\"version\": 2");
        at.restic.in(source).run("backup", "--force", ".").ok();
        at.coffer.run("check", "--read-data").ok();
    }
}
