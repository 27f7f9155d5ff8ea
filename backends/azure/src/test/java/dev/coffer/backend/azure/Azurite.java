package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.fail;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.ContractFiles;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A running Azurite, Microsoft's emulator of Azure's storage, with a single account. All it holds is in its memory. */
final class Azurite implements Closeable {

    static final String ACCOUNT = "testaccount";
    static final String KEY = Base64.getEncoder().encodeToString(ContractFiles.bytes(64));

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path folder;
    private final int port;

    /** @param folder an empty one of its own */
    Azurite(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        port = freePort();
        process = start(program());
        await();
    }

    private static Path program() {
        Path program = Path.of(System.getProperty("azurite.home", ""), "node_modules/azurite/dist/src/blob/main.js");
        if (!Files.isRegularFile(program)) {
            fail("These tests need Azurite, and there is no " + program
                    + ". Run .ci/checks/azurite, which installs it.");
        }
        return program;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start(Path program) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "node",
                program.toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                String.valueOf(port),
                "--inMemoryPersistence",
                "--silent",
                "--disableTelemetry");
        builder.environment().put("AZURITE_ACCOUNTS", ACCOUNT + ":" + KEY);
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE_SECONDS * 10; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(address());
                return;
            } catch (IOException _) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        close();
        fail("Azurite does not start: " + Files.readString(folder.resolve("log")));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    String endpoint() {
        return endpoint(address());
    }

    /** The address of the account, by whatever way to the server. */
    static String endpoint(InetSocketAddress server) {
        return "http://127.0.0.1:" + server.getPort() + "/" + ACCOUNT;
    }

    /** A container name that was not used before. */
    static String newContainer() {
        return "c" + UUID.randomUUID();
    }

    /** Options for a user who has the key. */
    BackendOptions options(String... extended) {
        return options(endpoint(), Map.of("AZURE_ACCOUNT_KEY", KEY), extended);
    }

    /** @param extended names and values in turn */
    static BackendOptions options(String endpoint, Map<String, String> credentials, String... extended) {
        Map<String, String> environment = new HashMap<>(credentials);
        environment.putIfAbsent("AZURE_ACCOUNT_NAME", ACCOUNT);
        Map<String, String> options = new HashMap<>();
        options.put("azure.endpoint", endpoint);
        for (int i = 0; i < extended.length; i += 2) {
            options.put(extended[i], extended[i + 1]);
        }
        return new BackendOptions(options, environment);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
