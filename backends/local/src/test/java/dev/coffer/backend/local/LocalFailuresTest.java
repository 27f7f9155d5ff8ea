package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFailuresTest {

    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/r/x"), BackendException.Missing.class),
                Arguments.of(new AccessDeniedException("/r/x"), BackendException.Denied.class),
                Arguments.of(new IOException("No space left on device"), BackendException.Full.class),
                Arguments.of(reason("No space left on device"), BackendException.Full.class),
                Arguments.of(reason("Disk quota exceeded"), BackendException.Full.class),
                Arguments.of(reason("Read-only file system"), BackendException.Denied.class),
                Arguments.of(reason("Operation not permitted"), BackendException.Denied.class),
                Arguments.of(reason("File name too long"), BackendException.Rejected.class),
                Arguments.of(new IOException("Is a directory"), BackendException.Rejected.class),
                Arguments.of(new IOException("Input/output error"), BackendException.Transient.class),
                Arguments.of(reason("Stale file handle"), BackendException.Transient.class),
                Arguments.of(new ClosedByInterruptException(), InterruptedIOException.class),
                Arguments.of(new ClosedChannelException(), BackendException.Rejected.class));
    }

    private static IOException reason(String reason) {
        return new FileSystemException("/r/x", null, reason);
    }

    @ParameterizedTest
    @MethodSource("known")
    void each_failure_asks_for_its_own_reaction(IOException failure, Class<?> expected) {
        assertThat(LocalFailures.explain("save x", failure))
                .isInstanceOf(expected)
                .hasCause(failure);
    }

    @Test
    void the_message_tells_what_was_tried_and_the_systems_words() {
        assertThat(LocalFailures.explain(
                        "save data/ab in /r", new FileSystemException("/r/x", null, "Stale file handle")))
                .hasMessage("cannot save data/ab in /r: Stale file handle");
    }

    @Test
    void a_failure_that_is_explained_already_stays_as_it_is() {
        BackendException known = new BackendException.Truncated("short", null);

        assertThat(LocalFailures.explain("read x", known)).isSameAs(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Operation not supported", "Invalid argument", "Function not implemented"})
    void a_file_system_without_fsync_is_no_failure(String words) {
        assertThat(FolderSync.isUnsupported(new IOException(words))).isTrue();
    }

    @Test
    void a_failed_fsync_is_a_failure() {
        assertThat(FolderSync.isUnsupported(new IOException("Input/output error")))
                .isFalse();
    }
}
