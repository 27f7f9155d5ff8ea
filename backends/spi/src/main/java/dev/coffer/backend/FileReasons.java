package dev.coffer.backend;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be used, for messages that name it already. */
public final class FileReasons {

    private FileReasons() {}

    /** In words for people; the JDK's own messages often consist of the path alone. */
    public static String of(IOException failure) {
        String reason = failure instanceof FileSystemException specific ? specific.getReason() : failure.getMessage();
        if (reason != null) {
            return reason;
        }
        return switch (failure) {
            case NoSuchFileException _ -> "it does not exist";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "it is not a folder";
            case FileAlreadyExistsException _ -> "something of that name is in the way";
            case ClosedChannelException _ -> "it was closed meanwhile";
            default -> failure.getClass().getSimpleName();
        };
    }
}
