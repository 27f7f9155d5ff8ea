package dev.coffer.cli.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place for a repository that is reached by some protocol, and the server there, if it needs one.
 *
 * @param ours where Coffer finds the repository
 * @param theirs where restic does
 * @param options of either
 */
record Store(String ours, String theirs, List<String> options, Optional<Process> server) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Each starts a store that keeps its files in a folder. */
    enum Kind {
        REST {
            @Override
            Store start(Path folder) throws IOException, InterruptedException {
                int port = freePort();
                Process server = serve("rclone", "serve", "restic", "--addr", "127.0.0.1:" + port, folder.toString());
                return ofServer("rest:http://127.0.0.1:" + port + "/", port, server);
            }
        },

        SFTP {
            @Override
            Store start(Path folder) {
                Store plain = of("sftp:anybody@anywhere:" + folder.resolve("repository"));
                return plain.with("-o", "sftp.command=/usr/lib/openssh/sftp-server");
            }
        },

        RCLONE {
            @Override
            Store start(Path folder) {
                return of("rclone:" + folder.resolve("repository"));
            }
        },

        HOTCOLD {
            @Override
            Store start(Path folder) {
                String cold = folder.resolve("cold").toString();
                return new Store("hotcold:" + folder.resolve("hot") + "," + cold, cold, List.of(), Optional.empty());
            }
        };

        abstract Store start(Path folder) throws IOException, InterruptedException;
    }

    private static Store of(String location) {
        return new Store(location, location, List.of(), Optional.empty());
    }

    private Store with(String... more) {
        return new Store(ours, theirs, List.of(more), server);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process serve(String... command) throws IOException {
        Path log = Files.createTempFile("server", ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Waits until the server answers. */
    private static Store ofServer(String location, int port, Process server) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers(port)) {
            if (!server.isAlive() || Instant.now().isAfter(end)) {
                server.destroyForcibly();
                throw new AssertionError("the server does not answer: " + server.info());
            }
            Thread.sleep(20);
        }
        return new Store(location, location, List.of(), Optional.of(server));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
