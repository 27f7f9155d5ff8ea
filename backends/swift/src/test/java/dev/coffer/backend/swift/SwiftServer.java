package dev.coffer.backend.swift;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * OpenStack Swift itself: a proxy with the login of version 1, one server each for accounts, containers and objects, and
 * memcached, where the proxy keeps its tokens. All is below a folder of the build, and gone when this is closed.
 */
final class SwiftServer implements Closeable {

    /** May do everything in the account. */
    static final String ADMIN = "test:tester";
    /** May do what a container allows. */
    static final String USER = "test:tester2";

    static final String PASSWORD = "testing";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> KINDS = List.of("account", "container", "object");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final SwiftConfiguration configuration;

    private SwiftServer(Path folder, SwiftConfiguration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    /** Says in one line where it is, and serves until standard input ends. Used by {@code .ci/checks/swift}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (SwiftServer server = start()) {
            System.out.println(server.url());
            while (System.in.read() >= 0) {
                // nothing is expected
            }
        }
    }

    static SwiftServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "swift");
        SwiftServer server = new SwiftServer(folder, new SwiftConfiguration(folder, freePorts()));
        try {
            server.configure();
            server.run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private void configure() throws IOException, InterruptedException {
        configuration.write();
        for (String kind : KINDS) {
            ring(kind, "create", "4", "1", "1");
            ring(kind, "add", "r1z1-127.0.0.1:" + configuration.port(kind) + "/d1", "1");
            ring(kind, "rebalance");
        }
    }

    private void ring(String kind, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("swift-ring-builder", kind + ".builder"));
        command.addAll(List.of(arguments));
        Process process = process("ring-" + kind, command).start();
        int code = process.waitFor();
        // 1 is a warning, here of having a single device
        if (code > 1) {
            throw new IOException(String.join(" ", command) + " failed: " + log("ring-" + kind));
        }
    }

    private void run() throws IOException, InterruptedException {
        start(
                "memcached",
                "memcached",
                "-u",
                "nobody",
                "-l",
                "127.0.0.1",
                "-m",
                "32",
                "-p",
                configuration.port("memcached") + "");
        for (String kind : KINDS) {
            start(kind, "swift-" + kind + "-server", kind + "-server.conf");
        }
        start("proxy", "swift-proxy-server", "proxy-server.conf");
        for (String kind : KINDS) {
            awaitHealth(kind);
        }
        awaitHealth("proxy");
    }

    private void start(String name, String... command) throws IOException {
        processes.add(process(name, List.of(command)).start());
    }

    private ProcessBuilder process(String name, List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".log").toFile()));
    }

    /** A request that comes too early would have the proxy avoid a server for a while. */
    private void awaitHealth(String kind) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy(kind)) {
            if (System.nanoTime() > end || processes.stream().anyMatch(process -> !process.isAlive())) {
                throw new IOException("Swift's " + kind + " server does not start: " + log(kind));
            }
            Thread.sleep(100);
        }
    }

    private boolean isHealthy(String kind) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create("http://127.0.0.1:" + configuration.port(kind) + "/healthcheck")
                        .toURL()
                        .openConnection();
        try (InputStream body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).equals("OK");
        } catch (IOException _) {
            return false;
        }
    }

    private String log(String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    String url() {
        return "http://127.0.0.1:" + configuration.port("proxy");
    }

    /** All tokens so far become worthless. */
    void forgetTokens() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", configuration.port("memcached"))) {
            OutputStream out = socket.getOutputStream();
            out.write("flush_all\r\nquit\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            process.onExit().join();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
