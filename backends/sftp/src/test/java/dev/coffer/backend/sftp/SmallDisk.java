package dev.coffer.backend.sftp;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.sftp.protocol.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A server whose file system has 2 MiB: OpenSSH's with a file system of its own, or, where the tests may not mount one, a
 * pretended one.
 */
record SmallDisk(Backend backend, boolean real) implements AutoCloseable {

    static SmallDisk create(Path folder) throws IOException, InterruptedException {
        String mount = "mount -t tmpfs -o size=2m tmpfs " + folder;
        if (!succeeds("unshare -rm sh -c '" + mount + "'")) {
            SftpConnections connections = new SftpConnections(ScriptedServer.fullDisk(), 1, Duration.ofMinutes(1));
            return new SmallDisk(
                    new SftpBackend(
                            connections,
                            new RemoteFolders("/r", RemoteModes.OWNER),
                            new BackendProperties(1, true),
                            "sftp:small:/r"),
                    false);
        }
        String command = "unshare -rm sh -c '" + mount + " && exec " + Programs.find("sftp-server") + "'";
        BackendOptions options = new BackendOptions(Map.of("sftp.command", command), Map.of());
        return new SmallDisk(new SftpProvider().create(new BackendLocation("sftp", "small:" + folder), options), true);
    }

    private static boolean succeeds(String command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of("sh", "-c", command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException {
        backend.close();
    }
}
