package dev.coffer.backend.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file under a name that no listing knows. It is written, forced to disk and renamed, so that a file appears under its own name
 * as a whole or not at all.
 *
 * @param path where it is until it is renamed
 * @param modes its permissions
 */
record TemporaryFile(Path path, LocalModes modes) {

    private static final String MARK = "-tmp-";

    /** What is written at a time: the JDK keeps a buffer as long as the longest write for each thread. */
    static final int SLICE_BYTES = 128 * 1024;

    /** @param name what the file is to be called, or what it is */
    static TemporaryFile in(Path folder, String name, LocalModes modes) {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new TemporaryFile(folder.resolve(name + MARK + random), modes);
    }

    /** Whether a file of this name was begun as {@link #in} begins one. */
    static boolean isBegun(Path path, String name) {
        return String.valueOf(path.getFileName()).matches(name + MARK + "[0-9a-f]{16}");
    }

    FileChannel create() throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                modes.fileAttributes(path));
    }

    /** Opens what was created before, for another attempt at writing. */
    FileChannel reopen() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static void write(FileChannel channel, byte[] bytes, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            done += channel.write(ByteBuffer.wrap(bytes, offset + done, Math.min(SLICE_BYTES, count - done)));
        }
    }

    /** Takes the place of any file there. */
    void rename(Path target) throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a file that was renamed to {@code target} stay there. */
    void settle(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            FolderSync.force(folder);
        }
        makeReadOnly(target);
    }

    /** A precaution against accidents; some file systems do not permit it, and the file is complete without it. */
    private void makeReadOnly(Path target) {
        try {
            Files.setPosixFilePermissions(target, modes.finished());
        } catch (IOException | UnsupportedOperationException _) {
            // see above
        }
    }
}
