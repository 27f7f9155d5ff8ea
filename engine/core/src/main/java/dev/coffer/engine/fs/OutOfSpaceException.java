package dev.coffer.engine.fs;

import java.nio.file.FileSystemException;

/** The file system, or the user's share of it, is full. */
public final class OutOfSpaceException extends FileSystemException {
    public OutOfSpaceException(String file, String reason) {
        super(file, null, reason);
    }
}
