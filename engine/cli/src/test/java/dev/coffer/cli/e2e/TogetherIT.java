package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both programs take turns on one repository. */
class TogetherIT {

    private static final Pattern DATA_BLOBS = Pattern.compile("\"data_blobs\":(\\d+)");

    @TempDir
    Path directory;

    private Workplace at;

    @BeforeEach
    void open() {
        at = new Workplace(directory);
    }

    @Test
    void an_absolute_target_gives_the_same_nodes_too() {
        Path source = at.nastyDirectory();
        at.coffer.run("init").ok();
        at.restic.run("backup", source.toString()).ok();
        String theirs = at.restic
                .run("ls", "--recursive", "--json", "latest", source.toString())
                .ok()
                .out();
        at.coffer.run("backup", "--force", source.toString()).ok();
        String ours = at.restic
                .run("ls", "--recursive", "--json", "latest", source.toString())
                .ok()
                .out();
        assertThat(nodes(ours)).isEqualTo(nodes(theirs)).hasSizeGreaterThan(1500);
    }

    /** All but the line about the snapshot. The folders above the target change while tests run; they are left out. */
    private static List<String> nodes(String listing) {
        return listing.lines().skip(1).toList();
    }

    @Test
    void an_ordinary_user_gets_the_same_root_tree_from_both() {
        at.bash
                .run("-c", "chmod 755 \"$0\"; mkdir -m 777 open \"$0/repository\"", directory.toString())
                .ok();
        Path source = at.nastyDirectory(at.bash.unprivileged(), at.path("open").resolve("source"));
        Program coffer = at.coffer.unprivileged().with("HOME", at.path("open").toString());
        Program restic = at.restic.unprivileged().with("HOME", at.path("open").toString());
        coffer.run("init").ok();
        coffer.in(source).run("backup", ".").ok();
        restic.in(source).run("backup", "--force", ".").ok();
        List<String> trees = Workplace.trees(restic);
        assertThat(trees).hasSize(2).containsOnly(trees.getFirst());
    }

    @Test
    void the_second_program_adds_no_data_for_unchanged_files() {
        Path source = at.nastyDirectory();
        at.restic.run("init").ok();
        at.restic.in(source).run("backup", ".").ok();
        String ours = at.coffer
                .in(source)
                .run("backup", "--force", "--json", ".")
                .ok()
                .out();
        assertThat(number(DATA_BLOBS, ours)).isZero();
        at.bash.run("-c", "seq 1 300000 > \"$0\"/added", source.toString()).ok();
        at.coffer.in(source).run("backup", ".").ok();
        String theirs = at.restic
                .in(source)
                .run("backup", "--force", "--json", ".")
                .ok()
                .out();
        assertThat(number(DATA_BLOBS, theirs)).isZero();
    }

    @Test
    void alternating_backups_leave_a_sound_repository() {
        Path source = at.nastyDirectory();
        at.restic.run("init").ok();
        for (int round = 0; round < 3; round++) {
            at.bash
                    .run("-c", "seq $1 $(($1 + 200000)) > \"$0\"/changing", source.toString(), "" + round)
                    .ok();
            (round % 2 == 0 ? at.coffer : at.restic)
                    .run("backup", source.toString())
                    .ok();
        }
        at.restic.run("check", "--read-data").ok();
        at.coffer.run("check", "--read-data").ok();
    }

    @Test
    void three_backups_at_the_same_time_leave_a_sound_repository() throws Exception {
        Path source = at.nastyDirectory();
        at.coffer.run("init").ok();
        List<Program.Running> running = new ArrayList<>();
        for (Program program : List.of(at.coffer, at.restic, at.coffer)) {
            String own = at.path("own-" + running.size()).toString();
            at.bash
                    .run("-c", "mkdir \"$0\"; head -c 30000000 /dev/urandom > \"$0\"/random", own)
                    .ok();
            running.add(program.start("backup", source.toString(), own));
        }
        for (Program.Running backup : running) {
            backup.result().ok();
        }
        at.restic.run("check", "--read-data").ok();
        at.coffer.run("check", "--read-data").ok();
        assertThat(at.coffer.run("snapshots", "--json").ok().out().split("short_id"))
                .hasSize(4);
    }

    private static long number(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
