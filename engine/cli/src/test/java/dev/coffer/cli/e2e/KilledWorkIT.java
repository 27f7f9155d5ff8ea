package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever replaces or removes what is stored, or fills another repository, may end at any moment as well. */
@Tag("slow")
class KilledWorkIT {

    private static final int KILLS = Assassin.wantedKills(2);

    @TempDir
    Path directory;

    private Workplace at;
    private Path source;

    /** Where the work is done. */
    private Program coffer;

    private Program restic;

    private void backUp() {
        source = at.path("source");
        at.bash
                .run(
                        "-c",
                        "mkdir \"$0\"; head -c 30000000 /dev/urandom | split -b 200000 - \"$0\"/file-",
                        source.toString())
                .ok();
        at.coffer.run("init").ok();
        change(0);
        coffer = at.coffer;
        restic = at.restic;
    }

    /** Another snapshot, of which a part is new and a part is gone. */
    private void change(int round) {
        at.bash
                .run(
                        "-c",
                        "head -c 5000000 /dev/urandom >\"$0\"/new-%d; rm -f \"$0\"/new-%d".formatted(round, round - 3),
                        source.toString())
                .ok();
        at.coffer.run("backup", "--pack-size", "4", source.toString()).ok();
    }

    @ParameterizedTest
    @EnumSource
    void the_repository_survives_many_kills_in_a_row(Work work) throws Exception {
        at = new Workplace(directory);
        kill(work);
    }

    @ParameterizedTest
    @EnumSource
    void so_it_does_on_a_server(Work work) throws Exception {
        try (Store server = Store.Kind.REST.start(directory)) {
            at = new Workplace(directory, name -> server.ours() + name);
            kill(work);
        }
    }

    private void kill(Work work) throws Exception {
        backUp();
        if (work == Work.COPY) {
            workElsewhere();
        }
        Assassin assassin = new Assassin(millisOfAFullRun(work));
        while (assassin.kills() < KILLS && assassin.rounds() < 4 * KILLS) {
            change(assassin.rounds() + 1);
            assassin.strike(coffer.start(prepare(work)));
            work.mend(coffer);
            assassin.requireSound(coffer, restic);
        }
        assertThat(assassin.kills()).isPositive();
        requireSameContentAfter(work);
    }

    private void workElsewhere() {
        coffer = at.coffer.on(at.location("target")).with("RESTIC_FROM_PASSWORD", "secret");
        restic = at.restic.on(at.location("target"));
        coffer.run("init", "--copy-chunker-params", "--from-repo", at.location("repository"))
                .ok();
    }

    private String[] prepare(Work work) {
        return work.prepare(at).toArray(String[]::new);
    }

    private long millisOfAFullRun(Work work) {
        String[] command = prepare(work);
        long start = System.nanoTime();
        coffer.run(command).ok();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void requireSameContentAfter(Work work) {
        at.coffer.run("backup", source.toString()).ok();
        coffer.run(prepare(work)).ok();
        if (work.losesContent()) {
            at.coffer.run("backup", source.toString()).ok();
        }
        restic.run("check", "--read-data").ok();
        Path out = at.path("out");
        coffer.run("restore", "latest:" + source, "--target", out.toString(), "--verify")
                .ok();
        assertThat(Listing.of(out)).isEqualTo(Listing.of(source));
    }
}
