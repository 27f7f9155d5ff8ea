package dev.coffer.engine.restore;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of restoring have in common. */
class RestoreTestCase {

    @TempDir
    Path folder;

    RestoreFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new RestoreFixture(folder);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }
}
