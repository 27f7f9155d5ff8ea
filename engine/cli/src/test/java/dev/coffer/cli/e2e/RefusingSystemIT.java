package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system does not let us do: it is told, and the repository stays sound. */
class RefusingSystemIT {

    private static final String OPEN_TO_ALL = "chmod -R a+rX \"$0\"; chmod a+rx \"$0\"/..";

    @TempDir
    Path directory;

    private Workplace at;
    private Path source;

    @BeforeEach
    void writeSource() throws IOException {
        at = new Workplace(directory);
        source = Files.createDirectory(at.path("source"));
        Files.writeString(source.resolve("file"), "text");
    }

    private Program.Result bash(String script, Path argument) {
        return at.bash.run("-c", script, argument.toString());
    }

    /** A full disk; where the tests may not mount one, files that may not grow. */
    @Test
    void a_store_that_takes_no_more() {
        Path small = at.path("small");
        boolean mounted = bash("mkdir \"$0\" && mount -t tmpfs -o size=3m tmpfs \"$0\"", small)
                        .exitCode()
                == 0;
        try {
            Program limited =
                    mounted ? at.coffer : at.coffer.behind("bash", "-c", "ulimit -f 3000; exec \"$@\"", "limited");
            Program full = limited.on(small.resolve("repository"));
            full.run("init").ok();
            bash("head -c 8000000 /dev/urandom > \"$0\"/large", source).ok();
            full.run("backup", source.toString()).failed(1, "cannot write a new file", small.toString());
            assertThat(bash("find \"$0\" -name '*-tmp-*'", small).ok().out()).isBlank();
            full.run("check").ok();
            assertThat(full.run("list", "locks").ok().out()).isBlank();
        } finally {
            if (mounted) {
                bash("umount \"$0\"", small).ok();
            }
        }
    }

    @Test
    void an_unreadable_source() {
        at.coffer.run("init").ok();
        bash("echo secret > \"$0\"/unreadable; chmod 000 \"$0\"/unreadable", source)
                .ok();
        bash(OPEN_TO_ALL + "; find \"$0\" -type d -exec chmod a+w {} +", at.repository())
                .ok();
        Program user = at.coffer.unprivileged().with("RESTIC_CACHE_DIR", "/nonexistent");
        user.run("backup", "--no-cache", source.toString()).failed(3, "unreadable");
        assertThat(user.run("ls", "latest", "--no-cache").ok().out()).contains("/file");
    }

    @Test
    void a_snapshot_that_may_not_be_read() {
        at.coffer.run("init").ok();
        at.coffer.run("backup", source.toString()).ok();
        at.coffer.run("backup", source.toString()).ok();
        bash(OPEN_TO_ALL + "; chmod 000 \"$(ls -d \"$0\"/snapshots/* | head -n 1)\"", at.repository())
                .ok();
        Program user = at.coffer.unprivileged();
        Program.Result list = user.run("snapshots", "--no-lock", "--no-cache").ok();
        assertThat(list.err()).contains("Ignoring", "permission denied");
        assertThat(list.out()).contains("1 snapshot\n");
        user.run("ls", "latest", "--no-lock", "--no-cache")
                .failed(1, "cannot tell which snapshot is the latest", "permission denied");
    }

    /** Neither a folder without permission nor, where the tests may mount one, a read-only file system. */
    @Test
    void a_repository_that_cannot_be_written_to() {
        at.coffer.run("init").ok();
        at.coffer.run("backup", source.toString()).ok();
        bash("mkdir -m 777 \"$0\"", at.path("open")).ok();
        bash(OPEN_TO_ALL + "; chmod -R a-w \"$0\"", at.repository()).ok();
        assertReadOnly(at.coffer.unprivileged());
        bash("chmod -R u+w \"$0\"", at.repository()).ok();
        if (bash("mount --bind \"$0\" \"$0\"", at.repository()).exitCode() == 0) {
            try {
                bash("mount -o remount,ro,bind \"$0\"", at.repository()).ok();
                assertReadOnly(at.coffer);
            } finally {
                bash("umount \"$0\"", at.repository()).ok();
            }
        }
    }

    @Test
    void a_surplus_folder_that_cannot_be_emptied() {
        at.coffer.run("init").ok();
        at.coffer.run("backup", source.toString()).ok();
        bash(OPEN_TO_ALL + "; mkdir -m 777 \"$0\"/../target", at.repository()).ok();
        Path target = at.path("target");
        String surplus = "cd \"$0\" && mkdir closed && touch closed/stays goes && chmod 555 closed";
        at.bash.unprivileged().run("-c", surplus, target.toString()).ok();
        at.coffer
                .unprivileged()
                .run(
                        "restore",
                        "latest:" + source,
                        "--delete",
                        "--no-lock",
                        "--no-cache",
                        "--target",
                        target.toString())
                .failed(1, "/closed/stays: ", "cannot remove it: Permission denied");
        bash("chmod 755 \"$0\"/closed", target).ok();
        assertThat(target).isDirectoryNotContaining("glob:**/goes").isDirectoryContaining("glob:**/file");
        assertThat(target.resolve("closed/stays")).exists();
    }

    private void assertReadOnly(Program user) {
        user.run("backup", source.toString()).failed(1, at.repository().toString());
        user.run(
                        "restore",
                        "latest",
                        "--no-lock",
                        "--target",
                        at.path("open").resolve("out").toString())
                .ok();
    }
}
