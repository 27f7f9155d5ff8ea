package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.sftp.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** OpenSSH's agent, with a key. */
record RunningAgent(Process process, Path socket) implements AutoCloseable {

    static RunningAgent start(Path folder, Path key) throws IOException, InterruptedException {
        Path socket = folder.resolve("agent");
        Process process = new ProcessBuilder(Programs.find("ssh-agent"), "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.exists(socket)) {
            if (!process.isAlive()) {
                throw new AssertionError("ssh-agent does not start");
            }
            Thread.sleep(Duration.ofMillis(10));
        }
        Programs.run("sh", "-c", "SSH_AUTH_SOCK=" + socket + " ssh-add -q " + key);
        return new RunningAgent(process, socket);
    }

    Map<String, String> environment() {
        return Map.of("SSH_AUTH_SOCK", socket.toString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
