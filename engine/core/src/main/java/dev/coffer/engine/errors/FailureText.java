package dev.coffer.engine.errors;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What to tell a person about a failure. Most exceptions say it themselves; those of the JDK's files do not. */
public final class FailureText {

    private FailureText() {}

    public static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException e -> e.getFile() + ": no such file or directory";
            case AccessDeniedException e -> e.getFile() + ": permission denied";
            case FileAlreadyExistsException e -> e.getFile() + ": it exists already";
            case NotDirectoryException e -> e.getFile() + ": not a directory";
            case DirectoryNotEmptyException e -> e.getFile() + ": the directory is not empty";
            case FileSystemException e -> e.getFile() + ": " + orName(e.getReason(), e);
            case FileNotFoundException e -> orName(e.getMessage(), e);
            case UnknownHostException e -> "unknown host " + e.getMessage();
            case InvalidPathException e -> "not a usable path: " + e.getMessage();
            case OutOfMemoryError _ ->
                "out of memory; allow more, for example with COFFER_JAVA_OPTS=-Xmx4g, or lower --pack-size";
            default -> orName(failure.getMessage(), failure);
        };
    }

    private static String orName(@Nullable String text, Throwable failure) {
        return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text;
    }
}
