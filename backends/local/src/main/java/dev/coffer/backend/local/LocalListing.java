package dev.coffer.backend.local;

import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/**
 * Finds the files of one type. Files that vanish meanwhile are left out.
 *
 * @param root folder of the repository
 * @param action what to do with each file
 */
record LocalListing(Path root, Consumer<FileInfo> action) {

    void run(FileType type) throws IOException {
        Path folder = root.resolve(type.directory());
        if (type == FileType.PACK) {
            packs(folder);
        } else {
            files(folder, "");
        }
    }

    private void packs(Path folder) throws IOException {
        try (DirectoryStream<Path> subfolders = Files.newDirectoryStream(folder)) {
            for (Path subfolder : subfolders) {
                String prefix = name(subfolder);
                if (prefix.length() == 2) {
                    files(subfolder, prefix);
                }
            }
        } catch (NoSuchFileException _) {
            // a folder that is not there holds no files
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** A pack in the folder of another prefix could not be loaded under its name, so it is no file of the repository. */
    private void files(Path folder, String prefix) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = name(file);
                if (Handle.isFileName(name) && name.startsWith(prefix)) {
                    report(file, name);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            // neither does one which is no folder
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void report(Path file, String name) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while listing " + root);
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException _) {
            return;
        }
        if (attributes.isRegularFile()) {
            action.accept(new FileInfo(name, attributes.size()));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
