package dev.coffer.operator.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell script itself, with a program in the place of the agent that notes how it was called. */
@NullUnmarked
@Timeout(60)
class WaitForBackupTest {

    private static final Path SCRIPT = Path.of("src/main/jib/usr/local/lib/coffer/wait-for-backup");

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void noBackupIsWanted() throws IOException {
        annotate("kubectl.kubernetes.io/restartedAt=\"2026-01-01\"");
        agent("exit 0");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_session_that_the_annotation_names_is_backed_up() throws Exception {
        start("--target-name=web");
        annotate("a=\"b\"", "coffer.dev/backup-session=\"web-1\"", "c=\"d\"");
        assertThat(awaitCalls(1)).containsExactly("run-backup --backupsession=web-1 --target-name=web");
    }

    @Test
    void each_session_is_backed_up_once() throws Exception {
        start();
        ask("web-1");
        awaitCalls(1);
        ask("web-2");
        assertThat(awaitCalls(2))
                .containsExactly("run-backup --backupsession=web-1", "run-backup --backupsession=web-2");
    }

    @Test
    void a_container_that_starts_again_does_not_begin_the_same_session_again() throws Exception {
        agent("exit 137");
        ask("web-1");
        assertThat(start().waitFor()).isEqualTo(137);

        agent("exit 0");
        start();
        ask("web-2");
        assertThat(awaitCalls(2)).last().isEqualTo("run-backup --backupsession=web-2");
    }

    @Test
    void the_container_ends_if_a_backup_does_not_report() throws Exception {
        agent("exit 3");
        ask("web-1");
        assertThat(start().waitFor()).isEqualTo(3);
    }

    @Test
    void what_is_no_name_of_a_session_is_not_run() throws Exception {
        start();
        annotate("coffer.dev/backup-session=\"$(touch pwned); --help\"");
        ask("web-1");
        assertThat(awaitCalls(1)).containsExactly("run-backup --backupsession=web-1");
    }

    @Test
    void it_stops_at_once_when_it_waits() throws Exception {
        Process waiting = start();
        ask("web-1");
        awaitCalls(1);
        waiting.destroy();
        assertThat(waiting.waitFor()).isZero();
    }

    @Test
    void a_backup_is_asked_to_stop_and_waited_for() throws Exception {
        agent("trap 'echo stopped >>\"$0.calls\"; exit 0' TERM; while :; do sleep 0.05; done");
        Process working = start();
        ask("web-1");
        awaitCalls(1);
        working.destroy();
        assertThat(working.waitFor()).isZero();
        assertThat(calls()).last().isEqualTo("stopped");
    }

    private void ask(String session) throws IOException {
        annotate("coffer.dev/backup-session=\"" + session + "\"");
    }

    /** As the kubelet does it: the file is replaced. */
    private void annotate(String... lines) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(next, String.join("\n", lines));
        Files.move(
                next,
                folder.resolve("annotations"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private void agent(String behaviour) throws IOException {
        Path agent = folder.resolve("agent");
        Files.writeString(agent, "#!/bin/sh\necho \"$*\" >>\"$0.calls\"\n" + behaviour + "\n");
        Files.setPosixFilePermissions(agent, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", SCRIPT.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment()
                .put("COFFER_ANNOTATIONS", folder.resolve("annotations").toString());
        builder.environment().put("COFFER_LAST_SESSION", folder.resolve("last").toString());
        builder.environment().put("COFFER_PROGRAM", folder.resolve("agent").toString());
        builder.environment().put("COFFER_POLL_SECONDS", "0.05");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private List<String> awaitCalls(int number) throws IOException, InterruptedException {
        while (calls().size() < number) {
            Thread.sleep(20);
        }
        return calls();
    }

    private List<String> calls() throws IOException {
        Path file = folder.resolve("agent.calls");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
