package dev.coffer.engine.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A new fixture for each test. */
class BackupTestCase {

    @TempDir
    Path temp;

    BackupFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new BackupFixture(temp);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
        assertThat(fixture.lending.open()).as("files left behind").isZero();
    }
}
