package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Linux error numbers, and the exceptions they become. */
final class Errno {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int ENOTDIR = 20;
    static final int EISDIR = 21;
    static final int EINVAL = 22;
    static final int ENOSPC = 28;
    static final int ERANGE = 34;
    static final int ENAMETOOLONG = 36;
    static final int ENOSYS = 38;
    static final int ENOTEMPTY = 39;
    static final int ELOOP = 40;
    static final int ENODATA = 61;
    static final int EOPNOTSUPP = 95;
    static final int EDQUOT = 122;

    private Errno() {}

    /** The exception for a failed call; {@code attempt} completes "cannot …". */
    static FileSystemException failure(String path, String attempt, int number) {
        String file = NativeString.printable(path);
        String reason = "cannot " + attempt + ": " + NativeLibrary.errorText(number);
        return switch (number) {
            case ENOENT -> new NoSuchFileException(file, null, reason);
            case EACCES, EPERM -> new AccessDeniedException(file, null, reason);
            case EEXIST -> new FileAlreadyExistsException(file, null, reason);
            case ENOTDIR -> new NotDirectoryException(file);
            case ENOSPC, EDQUOT -> new OutOfSpaceException(file, reason);
            case ENOTEMPTY -> new DirectoryNotEmptyException(file);
            default -> new FileSystemException(file, null, reason);
        };
    }
}
