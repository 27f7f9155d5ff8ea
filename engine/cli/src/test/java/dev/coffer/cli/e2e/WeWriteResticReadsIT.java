package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeWriteResticReadsIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1,auto", "2,auto", "2,off", "2,fastest", "2,better", "2,max"})
    void restic_finds_no_error_and_restores_everything(String version, String compression) {
        Workplace at = new Workplace(directory);
        Path source = at.nastyDirectory();

        at.coffer.run("init", "--repository-version", version).ok();
        at.coffer.in(source).run("backup", "--compression", compression, ".").ok();

        at.restic.run("check", "--read-data").ok();
        at.restic
                .run("restore", "latest", "--target", at.path("restored").toString())
                .ok();
        assertThat(Listing.of(at.path("restored"))).isEqualTo(Listing.of(source));
    }
}
