package dev.coffer.server;

import dev.coffer.backend.FileReasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file of {@code htpasswd} that is read again after it has changed. If it cannot be read then, what it held before goes on
 * to count, and the reason is told once. Safe for use by all threads.
 */
final class PasswordFile {

    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private final Consumer<String> messages;
    private Version version;
    private PasswordTable table;
    private long checked;
    private String told = "";

    /** Two versions of the file are the same if they are equal. */
    private record Version(FileTime modified, long size, Optional<Object> id) {}

    /** @throws IOException if the file cannot be read or understood */
    PasswordFile(Path path, Consumer<String> messages) throws IOException {
        this.path = path;
        this.messages = messages;
        this.table = PasswordTable.read(path);
        this.version = version(path);
        this.checked = System.nanoTime();
    }

    private static Version version(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Version(attributes.lastModifiedTime(), attributes.size(), Optional.ofNullable(attributes.fileKey()));
    }

    /** How the password of a user is stored now; empty if there is no such user. */
    Optional<PasswordHash> hash(String user) {
        return current().hash(user);
    }

    private synchronized PasswordTable current() {
        if (System.nanoTime() - checked >= RECHECK_NANOS) {
            refresh();
            checked = System.nanoTime();
        }
        return table;
    }

    /** Reads the file again if it has changed. */
    synchronized void refresh() {
        try {
            Version now = version(path);
            if (!now.equals(version)) {
                version = now;
                table = PasswordTable.read(path);
                messages.accept("Read " + path + " again.");
            }
        } catch (IOException e) {
            tellOnce("Passwords stay as they were: " + FileReasons.of(e));
        }
    }

    private void tellOnce(String message) {
        if (!message.equals(told)) {
            told = message;
            messages.accept(message);
        }
    }
}
