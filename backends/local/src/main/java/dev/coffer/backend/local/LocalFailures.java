package dev.coffer.backend.local;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileReasons;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Turns failures of the file system into {@link BackendException}s. Java has types for few of them; the others are known
 * by the system's words, and since these may be in any language, the file store is asked as well.
 */
final class LocalFailures {

    private static final List<String> FULL = List.of("no space left", "quota exceeded", "not enough space");
    private static final List<String> DENIED =
            List.of("read-only file system", "operation not permitted", "permission denied", "access is denied");
    private static final List<String> REJECTED =
            List.of("file too large", "file name too long", "not a directory", "is a directory", "too many levels");

    private LocalFailures() {}

    /**
     * The failure to tell the caller of a request that changes nothing.
     *
     * @param attempt what was tried, to follow "cannot"
     */
    static IOException explain(String attempt, IOException failure) {
        String message = "cannot " + attempt + ": " + FileReasons.of(failure);
        return switch (failure) {
            case BackendException known -> known;
            case InterruptedIOException interrupted -> interrupted;
            case ClosedByInterruptException _ -> interrupted(attempt, failure);
            case NoSuchFileException _ -> new BackendException.Missing(message, failure);
            case AccessDeniedException _ -> new BackendException.Denied(message, failure);
            case ClosedChannelException _,
                    NotDirectoryException _,
                    FileAlreadyExistsException _,
                    FileSystemLoopException _ -> new BackendException.Rejected(message, failure);
            default -> byWords(message, failure);
        };
    }

    /**
     * The failure to tell the caller of a request that changes something.
     *
     * @param root folder of the repository
     */
    static IOException explainWrite(String attempt, Path root, IOException failure) {
        IOException explained = explain(attempt, failure);
        if (explained instanceof BackendException.Transient unknown) {
            String message = String.valueOf(unknown.getMessage());
            if (isFull(root)) {
                return new BackendException.Full(message, failure);
            }
            if (isReadOnly(root)) {
                return new BackendException.Denied(message, failure);
            }
        }
        return explained;
    }

    private static IOException interrupted(String attempt, IOException failure) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted; did not " + attempt);
        interrupted.initCause(failure);
        return interrupted;
    }

    private static BackendException byWords(String message, IOException failure) {
        String words = message.toLowerCase(Locale.ROOT);
        if (FULL.stream().anyMatch(words::contains)) {
            return new BackendException.Full(message, failure);
        }
        if (DENIED.stream().anyMatch(words::contains)) {
            return new BackendException.Denied(message, failure);
        }
        if (REJECTED.stream().anyMatch(words::contains)) {
            return new BackendException.Rejected(message, failure);
        }
        return new BackendException.Transient(message, failure);
    }

    private static boolean isFull(Path root) {
        try {
            return Files.getFileStore(root).getUsableSpace() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isReadOnly(Path root) {
        try {
            return Files.getFileStore(root).isReadOnly();
        } catch (IOException _) {
            return false;
        }
    }
}
