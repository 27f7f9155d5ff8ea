package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.coffer.engine.fs.LocalFiles.OpenFile;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file channel. The JDK does not know the metadata of an open file, so they are read and set by its path. */
final class NioOpenFile implements OpenFile {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final FileChannel channel;
    private final NioEntry entry;
    private @Nullable Times times;

    /** Times to be set when the file is closed. */
    private record Times(Instant atime, Instant mtime) {}

    private NioOpenFile(FileChannel channel, NioEntry entry) {
        this.channel = channel;
        this.entry = entry;
    }

    static NioOpenFile forReading(NioEntry entry) throws IOException {
        requireRegular(entry);
        return open(entry, Set.of(READ, NOFOLLOW_LINKS));
    }

    static NioOpenFile forWriting(NioEntry entry) throws IOException {
        requireRegular(entry);
        return open(entry, Set.of(READ, WRITE, NOFOLLOW_LINKS));
    }

    static NioOpenFile create(NioEntry entry) throws IOException {
        return open(entry, Set.of(READ, WRITE, CREATE_NEW), onlyForOwner("rw-------"));
    }

    /** The permissions of something new, on systems that know them. */
    static FileAttribute<?>[] onlyForOwner(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static NioOpenFile open(NioEntry entry, Set<OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return new NioOpenFile(FileChannel.open(entry.path(), options, attributes), entry);
    }

    private static void requireRegular(NioEntry entry) throws IOException {
        if (!entry.stat().isFile()) {
            throw new FileSystemException(
                    NativeString.printable(entry.path().toString()),
                    null,
                    "cannot open the file: it is no regular file");
        }
    }

    @Override
    public FileStat stat() throws IOException {
        return entry.stat();
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
    public List<ExtendedAttribute> extendedAttributes() throws IOException {
        return entry.extendedAttributes();
    }

    @Override
    public void setExtendedAttribute(String name, byte[] value) throws IOException {
        entry.setExtendedAttribute(name, value);
    }

    @Override
    public void removeExtendedAttribute(String name) throws IOException {
        entry.removeExtendedAttribute(name);
    }

    @Override
    public void setOwner(long uid, long gid) throws IOException {
        entry.setOwner(uid, gid);
    }

    @Override
    public void setPermissions(int permissions) throws IOException {
        entry.setPermissions(permissions);
    }

    /** Windows sets the time of the last change when a file that was written to is closed. So these are set after that. */
    @Override
    public synchronized void setTimes(Instant atime, Instant mtime) {
        times = new Times(atime, mtime);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        if (times != null) {
            Times wanted = times;
            times = null;
            entry.setTimes(wanted.atime(), wanted.mtime());
        }
    }
}
