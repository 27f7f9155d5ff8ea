package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.cli.CliRun.Result;
import org.junit.jupiter.api.Test;

class RecoverCommandTest extends BackupTestCase {

    @Test
    void what_was_forgotten_is_in_a_new_snapshot() throws Exception {
        write("file");
        backedUp(source.toString());
        user.run("forget", "latest");
        Result result = user.run("recover");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).startsWith("Found 1 folder that no snapshot leads to");
        assertThat(snapshots()).contains("\"paths\":[\"/recover\"]", "\"tags\":[\"recovered\"]");
        assertThat(user.run("ls", "latest").out()).contains(source + "/file");
    }

    @Test
    void where_nothing_is_lost_nothing_is_recovered() throws Exception {
        write("file");
        backedUp(source.toString());
        assertThat(user.run("recover").out()).isEqualTo("There is nothing to recover.\n");
        assertThat(snapshotCount()).isOne();
    }
}
