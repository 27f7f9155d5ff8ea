package dev.coffer.engine.fs;

import java.nio.file.FileSystemException;

/** The file system, or this program on this system, cannot hold an extended attribute. */
public final class UnsupportedAttributeException extends FileSystemException {
    public UnsupportedAttributeException(String file, String reason) {
        super(file, null, reason);
    }
}
