package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenSSH's server with host keys and a port of its own, on this machine; and the folder of a user who may log in there, with
 * his keys and SSH configuration. There the server is called {@code server}.
 */
public final class SshServer implements AutoCloseable {

    private static final int PATIENCE_IN_MILLIS = 10_000;

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process process;

    private SshServer(Path folder, int port, List<String> settings, Process process) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @param folder for all that belongs to it; empty
     * @param more lines for its configuration
     */
    public static SshServer start(Path folder, String... more) throws IOException, InterruptedException {
        Path ssh = Files.createDirectories(folder.resolve("home/.ssh"));
        Programs.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder + "/host_ed25519");
        Programs.run("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", folder + "/host_ecdsa");
        Programs.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", ssh + "/id_ed25519");
        Files.copy(ssh.resolve("id_ed25519.pub"), folder.resolve("authorized_keys"));
        int port = freePort();
        List<String> settings = new ArrayList<>(List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + folder + "/host_ed25519",
                "HostKey " + folder + "/host_ecdsa",
                "PidFile none",
                "AuthorizedKeysFile " + folder + "/authorized_keys",
                "StrictModes no",
                "UsePAM no",
                "KbdInteractiveAuthentication no",
                "PermitRootLogin yes",
                "Subsystem sftp internal-sftp"));
        settings.addAll(List.of(more));
        Files.write(folder.resolve("sshd_config"), settings);
        SshServer server = new SshServer(folder, port, settings, launch(folder));
        server.awaitReady();
        server.know("ed25519");
        server.configure("Host server", "HostName 127.0.0.1", "Port " + port, "GlobalKnownHostsFile none");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A server of root wants a folder to lock its unprivileged part into, which the system's start-up makes elsewhere. */
    private static Process launch(Path folder) throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        return new ProcessBuilder(Programs.find("sshd"), "-D", "-e", "-f", folder + "/sshd_config")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_IN_MILLIS;
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.getInputStream().read() == 'S') {
                    return;
                }
            } catch (IOException e) {
                if (System.currentTimeMillis() > end || !process.isAlive()) {
                    throw new AssertionError("sshd does not start: " + Files.readString(folder.resolve("log")), e);
                }
                Thread.sleep(20);
            }
        }
    }

    public int port() {
        return port;
    }

    /** The user's folder. */
    public Path home() {
        return folder.resolve("home");
    }

    public Path knownHosts() {
        return home().resolve(".ssh/known_hosts");
    }

    /** Makes one of the server's keys the only one that the user knows: {@code ed25519} or {@code ecdsa}. */
    public void know(String type) throws IOException {
        String[] key = Files.readString(folder.resolve("host_" + type + ".pub")).split(" ");
        Files.writeString(knownHosts(), "[127.0.0.1]:" + port + " " + key[0] + " " + key[1] + "\n");
    }

    /** Makes these the lines of the user's SSH configuration. */
    public void configure(String... lines) throws IOException {
        Files.write(home().resolve(".ssh/config"), List.of(lines));
    }

    /** Adds a line to the user's SSH configuration. */
    public void configureMore(String line) throws IOException {
        Files.writeString(home().resolve(".ssh/config"), line + "\n", StandardOpenOption.APPEND);
    }

    /** Lets the owner of a key in. */
    public void authorize(Path publicKey) throws IOException {
        Files.writeString(folder.resolve("authorized_keys"), Files.readString(publicKey), StandardOpenOption.APPEND);
    }

    /** The location of a folder on the server. */
    public BackendLocation location(Path path) {
        return new BackendLocation("sftp", "server:" + path);
    }

    /** What the user's environment is, with some options. */
    public BackendOptions options(Map<String, String> options) {
        return options(options, Map.of());
    }

    public BackendOptions options(Map<String, String> options, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("HOME", home().toString());
        return new BackendOptions(options, all);
    }

    public BackendOptions options() {
        return options(Map.of());
    }

    /** Stops all connections without anybody noticing; {@link #resume()} lets them go on. */
    public void freeze() throws IOException, InterruptedException {
        Programs.signal("STOP", process.descendants());
    }

    public void resume() throws IOException, InterruptedException {
        Programs.signal("CONT", process.descendants());
    }

    /** Ends all connections at once. */
    public void cutConnections() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the server and all connections. */
    public void stop() {
        cutConnections();
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, on the same port and with the same keys. */
    public void restart() throws IOException, InterruptedException {
        stop();
        Files.write(folder.resolve("sshd_config"), settings);
        process = launch(folder);
        awaitReady();
    }

    @Override
    public void close() {
        stop();
    }
}
