package dev.coffer.backend.rest;

import dev.coffer.backend.contract.ServerProcess;
import java.io.Closeable;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of restic's REST protocol that was not made by us, with repositories in a folder. */
final class RestServer implements Closeable {

    private static final Pattern RCLONE_SERVES =
            Pattern.compile("Serving restic REST API on \\[?https?://[^:]+:(\\d+)/");
    private static final Pattern REST_SERVER_SERVES = Pattern.compile("start server on .*:(\\d+)$");

    private static final String PASSWORDS = "--htpasswd-file";

    private final ServerProcess process;
    private final InetSocketAddress address;

    private RestServer(ServerProcess process) {
        this.process = process;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(process.announced()));
    }

    /**
     * What every Debian can install. It knows version 2 of the protocol only, and does not check hashes.
     *
     * @param options in the words of restic's own server
     */
    static RestServer rclone(Path folder, String... options) {
        List<String> command = new ArrayList<>(List.of("rclone", "serve", "restic", "--addr", "127.0.0.1:0"));
        command.addAll(Arrays.asList(options));
        command.replaceAll(word -> word.equals(PASSWORDS) ? "--htpasswd" : word);
        command.add(folder.toString());
        return new RestServer(ServerProcess.start("rclone", RCLONE_SERVES, Map.of(), command));
    }

    /**
     * The server of those who have made restic, where somebody has installed it as {@code rest-server} or
     * {@code restic-rest-server}; not every Debian has it, so else it is {@link #rclone} once more. Only options that both
     * know may be given.
     */
    static RestServer original(Path folder, String... options) {
        Optional<Path> program = program("restic-rest-server").or(() -> program("rest-server"));
        if (program.isEmpty()) {
            return rclone(folder, options);
        }
        List<String> command = new ArrayList<>(List.of(
                program.get().toString(),
                "--listen",
                "127.0.0.1:0",
                "--path",
                folder.toString(),
                "--no-verify-upload"));
        command.addAll(Arrays.asList(options));
        if (!command.contains(PASSWORDS)) {
            command.add("--no-auth");
        }
        return new RestServer(ServerProcess.start("restic-rest-server", REST_SERVER_SERVES, Map.of(), command));
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.close();
    }
}
