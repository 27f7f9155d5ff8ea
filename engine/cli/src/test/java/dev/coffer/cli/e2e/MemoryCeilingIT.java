package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three million pieces of data, and a heap of 512 MiB, which is that of {@link Program#coffer}. */
@Tag("soak")
class MemoryCeilingIT {

    @TempDir
    Path directory;

    @Test
    void all_commands_manage_a_repository_of_three_million_blobs() throws Exception {
        Workplace at = new Workplace(directory);
        assertThat(at.coffer.command()).contains("-Xmx512m");
        BigRepository.make(at.repository(), "secret");
        at.bash.run("-c", "mkdir source; echo new >source/new").ok();

        at.coffer.run("check").ok();
        at.coffer.run("backup", at.path("source").toString()).ok();
        at.coffer
                .run(
                        "restore",
                        "latest",
                        "--path",
                        "/big",
                        "--target",
                        at.path("out").toString(),
                        "--verify")
                .ok();
        Path restored = at.path("out").resolve("folder-28/file-9");
        assertThat(Files.size(restored)).isEqualTo((long) BigRepository.PIECES_PER_FILE * BigRepository.PIECE_BYTES);
        at.coffer
                .run("forget", "--path", "/big", "--keep-last", "1", "--group-by", "paths")
                .ok();
        at.coffer.run("prune", "--max-unused", "0").ok();
        at.coffer.run("check", "--read-data").ok();
        at.restic.run("check").ok();
    }
}
