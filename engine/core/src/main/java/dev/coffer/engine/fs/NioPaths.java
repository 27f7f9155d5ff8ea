package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import java.io.File;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths of {@link LocalFiles} as paths of the JDK. */
final class NioPaths {

    private static final boolean DRIVES = File.separatorChar == '\\';

    private NioPaths() {}

    static Path of(String path) throws FileSystemException {
        try {
            return Path.of(DRIVES ? withDrive(path) : path);
        } catch (InvalidPathException unusable) {
            throw new FileSystemException(
                    NativeString.printable(path).replace('\0', '?'), null, "this system knows no such name");
        }
    }

    /** {@code /C/x} is {@code C:/x}. */
    static String withDrive(String path) {
        boolean hasDrive = path.length() >= 2
                && path.charAt(0) == '/'
                && Character.isLetter(path.charAt(1))
                && (path.length() == 2 || path.charAt(2) == '/');
        if (!hasDrive) {
            return path;
        }
        return path.charAt(1) + ":" + (path.length() == 2 ? "/" : path.substring(2));
    }
}
