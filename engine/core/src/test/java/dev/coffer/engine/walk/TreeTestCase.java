package dev.coffer.engine.walk;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new fixture for each test. */
public class TreeTestCase {

    protected TreeFixture fixture;

    @BeforeEach
    protected void open() throws IOException {
        fixture = new TreeFixture();
    }

    @AfterEach
    protected void close() throws IOException {
        fixture.close();
    }
}
