package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies to the repository of each test from another one, with two snapshots. */
class CopyCommandTest extends BackupTestCase {

    private String other;

    @BeforeEach
    void backUp() throws IOException {
        other = home.resolve("other").toString();
        initAt(other);
        write("file");
        for (String host : new String[] {"web1", "web2"}) {
            user.with("RESTIC_REPOSITORY", other).run("backup", "--host", host, source.toString());
        }
    }

    private Result copy(String... arguments) {
        return user.with("RESTIC_FROM_REPOSITORY", other)
                .with("RESTIC_FROM_PASSWORD", "secret")
                .run(Stream.concat(Stream.of("copy"), Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void all_snapshots_are_copied() {
        assertThat(copy().out()).endsWith("Copied 2 snapshots; 0 were there already.\n");
        assertThat(saved()).containsExactly("file");
        assertThat(user.run("check", "--read-data").exitCode()).isZero();
    }

    @Test
    void only_those_that_pass_the_filter_are_copied() {
        copy("--host", "web2");
        assertThat(snapshotCount()).isOne();
        assertThat(snapshots()).contains("\"hostname\":\"web2\"");
    }

    @Test
    void only_those_that_are_named_are_copied() {
        copy("latest");
        assertThat(snapshotCount()).isOne();
    }

    @Test
    void what_is_there_already_is_named_if_the_user_wants_to_hear_more() {
        copy("latest");
        Result again = copy("-v");
        assertThat(again.out())
                .containsPattern("Snapshot \\w{8} is there already, as \\w{8}\\.")
                .endsWith("Copied 1 snapshot; 1 was there already.\n");
        assertThat(snapshotCount()).isEqualTo(2);
    }

    @Test
    void the_other_repository_must_be_named() {
        assertRefused(user.run("copy"), "--from-repo");
    }
}
