package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file channel. The JDK does not tell the attributes of an open file, so they are looked up by its path. */
final class NioOpenFile implements OpenFile {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final FileChannel channel;
    private final Path path;
    private final NioStat stats;

    private NioOpenFile(FileChannel channel, Path path, NioStat stats) {
        this.channel = channel;
        this.path = path;
        this.stats = stats;
    }

    static NioOpenFile forReading(Path path, NioStat stats) throws IOException {
        requireRegular(path, stats);
        return open(path, stats, Set.of(READ, NOFOLLOW_LINKS));
    }

    static NioOpenFile forWriting(Path path, NioStat stats) throws IOException {
        requireRegular(path, stats);
        return open(path, stats, Set.of(READ, WRITE, NOFOLLOW_LINKS));
    }

    static NioOpenFile create(Path path, NioStat stats) throws IOException {
        return open(path, stats, Set.of(READ, WRITE, CREATE_NEW), onlyForOwner("rw-------"));
    }

    /** The permissions of something new, on systems that know them. */
    static FileAttribute<?>[] onlyForOwner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static NioOpenFile open(Path path, NioStat stats, Set<OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new NioOpenFile(FileChannel.open(path, options, attributes), path, stats);
    }

    private static void requireRegular(Path path, NioStat stats) throws IOException {
        if (!stats.read(path).isFile()) {
            throw new FileSystemException(
                    NativeString.printable(path.toString()), null, "cannot open the file: it is no regular file");
        }
    }

    @Override
    public FileStat stat() throws IOException {
        return stats.read(path);
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, offset, length);
        int total = 0;
        while (target.hasRemaining()) {
            int count = channel.read(target, position + total);
            if (count < 0) {
                return total == 0 ? -1 : total;
            }
            total += count;
        }
        return total;
    }

    @Override
    public void write(long position, byte[] buffer, int offset, int length) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(buffer, offset, length);
        long at = position;
        while (source.hasRemaining()) {
            at += channel.write(source, at);
        }
    }

    @Override
    public void setSize(long size) throws IOException {
        long now = channel.size();
        if (size < now) {
            channel.truncate(size);
        } else if (size > now) {
            write(size - 1, new byte[1], 0, 1);
        }
    }

    @Override
    public void reserve(long size) {
        // The JDK has no call for it.
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
