package dev.coffer.operator.agent.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class StepOutputTest {

    @TempDir
    private Path folder;

    @Test
    void the_next_step_reads_what_a_backup_has_left() throws IOException {
        HostBackupStats host =
                new HostBackupStats("host-0", HostBackupPhase.FAILED, List.of(), "1s", "disk on fire", null);
        StepOutput.of(host).write(folder.resolve("output"));
        assertThat(StepOutput.read(folder.resolve("output")).backups()).containsExactly(host);
    }

    @Test
    void the_next_step_reads_what_a_restore_has_left() throws IOException {
        HostRestoreStats host = new HostRestoreStats("host-0", HostRestorePhase.SUCCEEDED, "1s", null, null);
        StepOutput.of(host).write(folder);
        assertThat(StepOutput.read(folder).restores()).containsExactly(host);
    }

    @Test
    void what_an_add_on_of_stash_writes_is_read() throws IOException {
        Files.writeString(folder.resolve("output.json"), """
                {"backupTargetStatus": {"ref": {"kind": "AppBinding", "name": "db"}, "colour": "blue",
                 "stats": [{"hostname": "host-0", "phase": "Succeeded", "snapshots": [{"name": "1f2e3d4c"}]}]}}""");
        assertThat(StepOutput.read(folder).backups())
                .singleElement()
                .returns(HostBackupPhase.SUCCEEDED, HostBackupStats::phase);
    }

    @Test
    void a_step_that_left_nothing_is_told() {
        assertThatThrownBy(() -> StepOutput.read(folder))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("has not come to its end");
    }
}
