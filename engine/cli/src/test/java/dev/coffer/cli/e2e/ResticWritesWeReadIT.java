package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResticWritesWeReadIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1,auto", "2,auto", "2,off", "2,max"})
    void we_find_no_error_and_restore_everything(String version, String compression) {
        Workplace at = new Workplace(directory);
        Path source = at.nastyDirectory();

        at.restic.run("init", "--repository-version", version).ok();
        at.restic.in(source).run("backup", "--compression", compression, ".").ok();

        at.coffer.run("check", "--read-data").ok();
        at.coffer
                .run("restore", "latest", "--target", at.path("restored").toString(), "--verify")
                .ok();
        assertThat(Listing.of(at.path("restored"))).isEqualTo(Listing.of(source));
    }
}
