package dev.coffer.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a server that is set up in a special way. */
abstract class ServerTestCase {

    static final String TEXT = "hello-world-0123456789";
    static final String NAME = TestServer.nameOf(TEXT);

    @TempDir
    Path temporary;

    final MemoryRepositories repositories = new MemoryRepositories();

    @SuppressWarnings("NullAway.Init") // before each test
    TestServer server;

    /** How the server of the test differs. */
    abstract ServerSettings change(ServerSettings settings) throws IOException;

    /** A password file with these lines. */
    final Path passwordFile(String... lines) throws IOException {
        return Files.writeString(temporary.resolve("htpasswd"), String.join("", lines));
    }

    @BeforeEach
    final void start() throws IOException {
        Path uploads = Files.createDirectory(temporary.resolve("uploads"));
        server = TestServer.start(change(TestServer.settings(uploads)), repositories);
    }

    @AfterEach
    final void stop() throws IOException {
        server.close();
    }
}
