package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both programs work on one repository wherever it is. */
class StoresIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void both_programs_take_turns(Store.Kind kind) throws Exception {
        Workplace at = new Workplace(directory);
        Path source = at.nastyDirectory();
        try (Store store = kind.start(Files.createDirectory(at.path("served")))) {
            Program coffer = at.coffer.on(store.ours(), store.options());
            Program restic = at.restic.on(store.theirs(), store.options());

            coffer.run("init").ok();
            String before = Listing.of(source);
            coffer.in(source).run("backup", "--tag", "ours", ".").ok();
            at.bash.run("-c", "seq 1 300000 > \"$0\"/added", source.toString()).ok();
            String after = Listing.of(source);
            restic.in(source).run("backup", "--tag", "theirs", ".").ok();

            restic.run("check", "--read-data").ok();
            coffer.run("check", "--read-data").ok();
            assertThat(restored(restic, "ours", at)).isEqualTo(before);
            assertThat(restored(coffer, "theirs", at)).isEqualTo(after);

            coffer.run("forget", "--keep-last", "1", "--group-by", "", "--prune")
                    .ok();
            restic.run("check", "--read-data").ok();
            assertThat(Workplace.trees(restic)).hasSize(1);
        }
    }

    private static String restored(Program program, String tag, Workplace at) {
        Path target = at.path("restored-" + tag);
        program.run("restore", "latest", "--tag", tag, "--target", target.toString())
                .ok();
        return Listing.of(target);
    }
}
