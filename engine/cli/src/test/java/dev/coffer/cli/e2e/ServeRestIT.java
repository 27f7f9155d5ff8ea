package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** restic uses a server of Coffer's. */
class ServeRestIT {

    /** Made by the C library's crypt(): the password is pw1. */
    private static final String ALICE = "alice:$2y$05$abcdefghijklmnopqrstuuUO0ia.DNRpY0c0bDasaKMC9101OqwdW\n";

    /** The same password by SHA-1. */
    private static final String BOB = "bob:{SHA}AsWT/Zr4JUuFnUJqdrbNQoR/vsE=\n";

    @TempDir
    Path directory;

    private Workplace at;
    private String backups;

    @BeforeEach
    void makeFiles() throws IOException {
        at = new Workplace(directory);
        backups = Files.createDirectory(at.path("backups")).toString();
        at.bash
                .run("-c", "mkdir source; cd source; for i in 1 2 3 4; do head -c 5000000 /dev/urandom >file$i; done")
                .ok();
    }

    private String passwordFile() throws IOException {
        return Files.writeString(at.path("htpasswd"), ALICE + BOB).toString();
    }

    private void backUp(Program restic) {
        restic.in(at.path("source")).run("backup", ".").ok();
    }

    private static int snapshots(Program restic) {
        return Workplace.trees(restic).size();
    }

    @Test
    void it_is_a_repository_like_any_other() throws Exception {
        try (RunningServer server = RunningServer.start(at.coffer, backups, "--no-auth")) {
            Program restic = server.on("/laptop/", at.restic);
            restic.run("init").ok();
            backUp(restic);
            at.bash
                    .run("-c", "rm source/file1; head -c 900000 /dev/urandom >source/more")
                    .ok();
            backUp(restic);

            restic.run("check", "--read-data").ok();
            restic.run("restore", "latest", "--target", "restored").ok();
            at.bash.run("-c", "diff -r source restored").ok();
            restic.run("forget", "--keep-last", "1", "--prune", "--max-unused", "0")
                    .ok();
            restic.run("check", "--read-data").ok();
            assertThat(snapshots(restic)).isEqualTo(1);
        }
        at.restic
                .with("RESTIC_REPOSITORY", backups + "/laptop")
                .run("check", "--read-data")
                .ok();
    }

    @Test
    void nothing_is_lost_where_things_can_only_be_added() throws Exception {
        try (RunningServer server = RunningServer.start(at.coffer, backups, "--no-auth", "--append-only")) {
            Program restic = server.on("/", at.restic);
            restic.run("init").ok();
            backUp(restic);
            backUp(restic);
            String key = at.bash.run("-c", "basename backups/keys/*").ok().out().strip();
            Files.writeString(at.path("other"), "other");
            restic.run("key", "add", "--new-password-file", at.path("other").toString())
                    .ok();

            // restic goes on trying what is refused, for longer than we like to wait.
            Program attacker = restic.with("RESTIC_PASSWORD", "other").behind("timeout", "-s", "INT", "5");
            attacker.run("forget", "--keep-last", "1");
            attacker.run("prune", "--max-unused", "0");
            attacker.run("key", "remove", key);
            attacker.run("unlock", "--remove-all").ok();

            assertThat(snapshots(restic)).isEqualTo(2);
            restic.run("check", "--read-data").ok();
            backUp(restic);
            assertThat(snapshots(restic)).isEqualTo(3);
        }
    }

    @Test
    void users_have_repositories_of_their_own() throws Exception {
        try (RunningServer server =
                RunningServer.start(at.coffer, backups, "--htpasswd-file", passwordFile(), "--private-repos")) {
            Program alice = server.on("/alice/laptop/", at.restic, "alice", "pw1");
            alice.run("init").ok();
            backUp(alice);

            server.on("/bob/", at.restic, "bob", "pw1").run("init").ok();
            assertThat(snapshots(alice)).isEqualTo(1);
        }
    }

    @Test
    void it_stops_when_it_is_asked_to() throws Exception {
        try (RunningServer server = RunningServer.start(at.coffer, backups, "--no-auth")) {
            Program.Result result = server.stop();

            assertThat(result.exitCode()).isEqualTo(130);
            assertThat(result.out()).contains("Stopped.");
        }
    }
}
