package dev.coffer.engine.restore;

import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the directory to restore to. What the user names may contain symbolic links, and those are followed; nothing below
 * it may.
 */
final class TargetFolder {

    private static final int MAX_LINKS = 40;

    private final LocalFiles files;
    private int links;

    TargetFolder(LocalFiles files) {
        this.files = files;
    }

    /** What to do about directories that do not exist. */
    enum Missing {
        CREATE,
        ASSUME
    }

    /** The path without symbolic links. */
    String resolve(String path, Missing missing) throws IOException {
        Deque<String> names = new ArrayDeque<>(names(path));
        String resolved = "";
        while (!names.isEmpty()) {
            String name = names.removeFirst();
            resolved = "..".equals(name) ? parent(resolved) : step(resolved, name, names, missing);
        }
        return resolved.isEmpty() ? "/" : resolved;
    }

    private String step(String folder, String name, Deque<String> names, Missing missing) throws IOException {
        String next = folder + "/" + name;
        FileStat stat;
        try {
            stat = files.stat(next);
        } catch (NoSuchFileException e) {
            if (missing == Missing.CREATE) {
                files.createDirectory(next);
            }
            return next;
        }
        return switch (stat.kind()) {
            case DIRECTORY -> next;
            case SYMLINK -> follow(folder, next, names);
            default ->
                throw new FileSystemException(
                        NativeString.printable(next), null, "cannot restore into it: it is not a directory");
        };
    }

    private String follow(String folder, String link, Deque<String> names) throws IOException {
        if (++links > MAX_LINKS) {
            throw new FileSystemException(
                    NativeString.printable(link), null, "cannot restore into it: too many symbolic links");
        }
        String to = files.readLink(link);
        names(to).reversed().forEach(names::addFirst);
        return to.startsWith("/") ? "" : folder;
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/"))
                .filter(name -> !name.isEmpty() && !".".equals(name))
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
