package dev.coffer.backend.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Forces data and names to disk as far as the file system can. */
final class FolderSync {

    private FolderSync() {}

    /** Makes the names in a folder durable. Windows cannot open folders; it keeps names durable by itself. */
    static void force(Path folder) throws IOException {
        if (!LocalModes.isPosix(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            force(channel);
        }
    }

    /** Makes the bytes of a file durable, unless the file system does not know how. */
    static void force(FileChannel channel) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            if (!isUnsupported(e)) {
                throw e;
            }
        }
    }

    /** Network and FUSE file systems without fsync answer ENOTSUP, EINVAL or ENOSYS. */
    static boolean isUnsupported(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("not supported")
                || message.contains("invalid argument")
                || message.contains("not implemented");
    }
}
