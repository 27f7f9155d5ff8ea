package dev.coffer.backend.rclone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class RcloneProviderTest {

    private static final Handle PACK = Handle.of(FileType.PACK, "ab".repeat(32));

    @TempDir
    private Path folder;

    private Backend open(String remote, Map<String, String> options) throws IOException {
        return new RcloneProvider().open(new BackendLocation("rclone", remote), new BackendOptions(options, Map.of()));
    }

    private Backend open() throws IOException {
        return open(folder.toString(), Map.of());
    }

    /** The programs that this test has started and that are still there. */
    private static List<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        assertThatThrownBy(() -> open("remote:", Map.of("rclone.program", "no-such-rclone")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("there is no program no-such-rclone")
                .hasMessageContaining("rclone.program");
    }

    @Test
    void a_remote_that_nobody_has_set_up_is_told_in_the_words_of_rclone() {
        assertThatThrownBy(() -> open("nosuch:path", Map.of()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("rclone ended before it served")
                .hasMessageContaining("nosuch");
    }

    @Test
    void a_program_that_is_no_rclone_is_not_waited_for_forever() {
        assertThatThrownBy(() ->
                        open("30", Map.of("rclone.program", "sleep", "rclone.args", "30", "rclone.timeout", "1s")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("does not serve the repository after 1 seconds");
        assertThat(children()).isEmpty();
    }

    @Test
    void a_location_without_remote_is_refused() {
        assertThatThrownBy(() -> open("", Map.of()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("rclone:remote:path");
    }

    @ParameterizedTest
    @CsvSource({"rclone.timeout,soon", "rclone.timeout,-1s", "rclone.program,'\"rclone'", "rclone.connections,0"})
    void options_that_make_no_sense_are_named(String option, String value) {
        assertThatThrownBy(() -> open("remote:", Map.of(option, value)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(option);
    }

    @Test
    void arguments_are_those_of_restic_and_connections_can_be_set() throws IOException {
        Map<String, String> options = Map.of(
                "rclone.program", "rclone --verbose",
                "rclone.args", "serve restic --stdio --append-only",
                "rclone.connections", "9");
        try (Backend backend = open(folder.toString(), options)) {
            assertThat(backend.properties().connections()).isEqualTo(9);
            backend.save(PACK, Content.of(new byte[] {1}));
            assertThatThrownBy(() -> backend.remove(PACK)).isInstanceOf(BackendException.Denied.class);
        }
    }

    @Test
    void the_environment_reaches_rclone() throws IOException {
        Map<String, String> environment =
                Map.of("RCLONE_CONFIG_MINE_TYPE", "alias", "RCLONE_CONFIG_MINE_REMOTE", folder.toString());
        BackendLocation location = new BackendLocation("rclone", "mine:sub");
        try (Backend backend = new RcloneProvider().create(location, new BackendOptions(Map.of(), environment))) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }

        assertThat(folder.resolve("sub/config")).exists();
    }

    @Test
    void no_process_shows_the_password() throws IOException {
        try (Backend _ = open()) {
            for (ProcessHandle child : children()) {
                String commandLine = Files.readString(Path.of("/proc/" + child.pid() + "/cmdline"));
                assertThat(commandLine).doesNotContainPattern("[0-9a-f]{64}");
            }
            assertThat(children()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void rclone_ends_with_the_backend() throws IOException {
        try (Backend _ = open()) {
            assertThat(children()).isNotEmpty();
        }

        assertThat(children()).isEmpty();
    }

    @Test
    void a_request_after_rclone_has_died_is_not_worth_another_attempt() throws Exception {
        try (Backend backend = open()) {
            List<ProcessHandle> children = children();
            children.stream().filter(RcloneProviderTest::isRclone).forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }

            assertThatThrownBy(() -> untilItIsKnown(backend))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("rclone has ended");
        }
    }

    /** The process may be gone a moment before the last of its words is read. */
    private static void untilItIsKnown(Backend backend) throws IOException {
        while (true) {
            try {
                backend.stat(PACK);
            } catch (BackendException.Transient _) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isRclone(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("/rclone");
    }

    @Test
    void rclone_ends_when_we_are_killed() throws Exception {
        Process opener = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(opener.inputReader().readLine()).isEqualTo("open");
        List<ProcessHandle> children = opener.descendants().toList();
        assertThat(children).anyMatch(RcloneProviderTest::isRclone);

        opener.destroyForcibly().waitFor();

        for (ProcessHandle child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "remote:path,rclone:remote:path",
        "'remote,pass=secret:path','rclone:remote,pass=***:path'",
        "':sftp,host=h,pass=\"se:c,ret\":path','rclone::sftp,host=***,pass=***:path'",
    })
    void settings_in_a_location_are_not_shown(String remote, String shown) {
        assertThat(RcloneRemote.display(remote)).isEqualTo(shown);
    }
}
