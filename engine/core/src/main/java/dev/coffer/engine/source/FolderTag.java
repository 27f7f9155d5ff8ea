package dev.coffer.engine.source;

import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/**
 * A file whose presence says that nothing else in its folder is to be backed up.
 *
 * @param name of the file
 * @param header bytes the file must begin with; none if its presence is enough
 */
public record FolderTag(String name, String header) {

    /** Marks caches, see the Cache Directory Tagging Specification. */
    public static final FolderTag CACHE = new FolderTag("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55");

    /**
     * Takes apart {@code name} or {@code name:header}.
     *
     * @throws IllegalArgumentException if the name is empty or a path
     */
    public static FolderTag parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (name.isEmpty() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "'" + NativeString.printable(text) + "' does not begin with the plain name of a file");
        }
        return new FolderTag(name, colon < 0 ? "" : text.substring(colon + 1));
    }

    /** Whether the file of this name in a folder, which is known to exist, is such a tag. */
    boolean isIn(LocalFiles files, String folder) throws IOException {
        if (header.isEmpty()) {
            return true;
        }
        byte[] expected = NativeString.encode(header);
        byte[] found = new byte[expected.length];
        try (OpenFile file = files.openForReading(SourcePaths.join(folder, name))) {
            return file.read(0, found, 0, found.length) == found.length && Arrays.equals(found, expected);
        } catch (NoSuchFileException vanished) {
            return false;
        }
    }
}
