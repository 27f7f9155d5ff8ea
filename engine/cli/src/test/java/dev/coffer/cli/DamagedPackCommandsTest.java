package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.cli.CliRun.Result;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code repair snapshots} where the index lists no packs with data any more. */
class DamagedPackCommandsTest extends BackupTestCase {

    @BeforeEach
    void loseData() throws IOException {
        write("file");
        backedUp(source.toString());
        try (Repository repository = openRepository()) {
            List<IndexedPack> trees = new ArrayList<>();
            for (ObjectId index : repository.indexFiles().list()) {
                repository.indexFiles().load(index).stream()
                        .filter(pack -> pack.blobs().getFirst().handle().type() == BlobType.TREE)
                        .forEach(trees::add);
                repository.files().remove(FileType.INDEX, index);
            }
            repository.files().save(FileType.INDEX, document -> IndexCodec.encode(trees, document));
        }
    }

    private Result repair(String... options) {
        List<String> arguments = new ArrayList<>(List.of("repair", "snapshots"));
        arguments.addAll(List.of(options));
        Result result = user.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
    }

    @Test
    void what_was_lost_is_told_below_the_snapshot() {
        assertThat(repair().err())
                .startsWith("In snapshot ")
                .endsWith(path("file") + ": removed 1 of 1 pieces, which are lost\n");
    }

    @Test
    void the_new_snapshot_can_be_restored() {
        repair("--forget");
        assertThat(user.run("restore", "latest", "--target", home.resolve("out").toString())
                        .exitCode())
                .isZero();
        assertThat(home.resolve("out" + path("file"))).isEmptyFile();
    }

    @Test
    void the_old_snapshot_stays_if_nothing_else_is_said() {
        repair();
        assertThat(snapshotCount()).isEqualTo(2);
        assertThat(snapshots()).contains("\"tags\":[\"repaired\"]");
    }

    @Test
    void a_dry_run_changes_nothing() {
        String before = snapshots();
        assertThat(repair("--dry-run", "--forget").out()).contains("Would change 1 snapshot.");
        assertThat(snapshots()).isEqualTo(before);
    }

    @Test
    void what_was_repaired_is_not_repaired_again() {
        repair("--forget");
        assertThat(repair().out()).isEqualTo("Changed 0 snapshots.\n");
    }
}
