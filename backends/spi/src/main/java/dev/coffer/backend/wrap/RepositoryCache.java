package dev.coffer.backend.wrap;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies of one repository's index files, snapshots and tree packs. All methods but {@link #open} are best effort: a cache
 * that cannot be read has nothing, and one that cannot be written stays as it is.
 *
 * <p>Files are opened by {@link RandomAccessFile}, which does not mind that a thread is interrupted; so an interruption is
 * not mistaken for a broken cache.
 */
public final class RepositoryCache {

    private static final String VERSION_FILE = "version";
    private static final String VERSION = "1";

    /** Anything shorter cannot even hold the encryption's overhead: it was cut off by a crash. */
    private static final int SHORTEST_FILE = 33;

    private final Path folder;

    private RepositoryCache(Path folder) {
        this.folder = folder;
    }

    static RepositoryCache open(Path folder) throws IOException {
        for (FileType type : FileType.values()) {
            if (isCached(type)) {
                CacheFiles.createFolders(folder.resolve(type.directory()));
            }
        }
        CacheFiles.writeOnce(folder.resolve(VERSION_FILE), VERSION);
        String version = Files.readString(folder.resolve(VERSION_FILE)).strip();
        if (!version.equals(VERSION)) {
            throw new IOException("cache " + folder + " has version '" + version + "', which is not known here");
        }
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        return new RepositoryCache(folder);
    }

    static boolean isRepositoryCache(Path folder) {
        return Handle.isFileName(String.valueOf(folder.getFileName())) && Files.isDirectory(folder);
    }

    static boolean isCached(FileType type) {
        return switch (type) {
            case SNAPSHOT, INDEX, PACK -> true;
            case CONFIG, KEY, LOCK -> false;
        };
    }

    /** The whole file, if it is there and can be read. */
    Optional<byte[]> load(Handle handle) {
        try (RandomAccessFile file = open(handle)) {
            if (file.length() < SHORTEST_FILE || file.length() > Integer.MAX_VALUE - 8) {
                remove(handle);
                return Optional.empty();
            }
            byte[] bytes = new byte[(int) file.length()];
            file.readFully(bytes);
            return Optional.of(bytes);
        } catch (FileNotFoundException _) {
            return Optional.empty();
        } catch (IOException _) {
            remove(handle);
            return Optional.empty();
        }
    }

    /**
     * Reads a range, as {@link dev.coffer.backend.Backend#load(Handle, long, byte[], int, int)} does.
     *
     * @return whether the file was there and long enough
     */
    boolean load(Handle handle, long position, byte[] buffer, int offset, int length) {
        try (RandomAccessFile file = open(handle)) {
            file.seek(position);
            file.readFully(buffer, offset, length);
            return true;
        } catch (FileNotFoundException _) {
            return false;
        } catch (IOException _) {
            remove(handle);
            return false;
        }
    }

    private RandomAccessFile open(Handle handle) throws FileNotFoundException {
        return new RandomAccessFile(path(handle).toFile(), "r");
    }

    void save(Handle handle, Content content) {
        try (InputStream stream = content.openChecked()) {
            CacheFiles.write(path(handle), stream);
        } catch (IOException _) {
            // a full or broken cache disk must not stop the work
        }
    }

    void remove(Handle handle) {
        if (!isCached(handle.type())) {
            return;
        }
        try {
            Files.deleteIfExists(path(handle));
        } catch (IOException _) {
            // the worst that can happen is a later load that does not match its name
        }
    }

    /** Removes all files of a type but those which the store has, with the size they have there. */
    void retain(FileType type, Map<String, Long> sizes) {
        try (DirectoryStream<Path> prefixes = Files.newDirectoryStream(folder.resolve(type.directory()))) {
            for (Path prefix : prefixes) {
                retain(type, prefix, sizes);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // what is left over is in nobody's way
        }
    }

    private void retain(FileType type, Path prefix, Map<String, Long> sizes) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(prefix)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (Handle.isFileName(name) && !isAsStored(file, sizes.get(name))) {
                    remove(Handle.of(type, name));
                }
            }
        }
    }

    private static boolean isAsStored(Path file, @Nullable Long size) throws IOException {
        return size != null && Files.size(file) == size;
    }

    private Path path(Handle handle) {
        return folder.resolve(handle.type().directory())
                .resolve(handle.name().substring(0, 2))
                .resolve(handle.name());
    }
}
