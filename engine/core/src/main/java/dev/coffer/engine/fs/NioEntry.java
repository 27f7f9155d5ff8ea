package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** Metadata as far as the JDK reaches, which knows no other way to them than by a path. */
record NioEntry(Path path, NioStat stats) implements Entry {

    /** Whether owners and permissions are those of Unix. */
    static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    @Override
    public FileStat stat() throws IOException {
        return stats.read(path);
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes() throws IOException {
        return NioAttributes.read(path);
    }

    @Override
    public void setOwner(long uid, long gid) throws IOException {
        if (UNIX) {
            Files.setAttribute(path, "unix:uid", Math.toIntExact(uid), NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", Math.toIntExact(gid), NOFOLLOW_LINKS);
        }
    }

    @Override
    public void setPermissions(int permissions) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(
                    NativeString.printable(path.toString()),
                    null,
                    "Java offers no permissions of symbolic links on this system");
        }
        if (UNIX) {
            Files.setAttribute(path, "unix:mode", permissions & PosixMode.PERMISSIONS);
        }
    }

    @Override
    public void setTimes(Instant atime, Instant mtime) throws IOException {
        Files.getFileAttributeView(path, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .setTimes(FileTime.from(mtime), FileTime.from(atime), null);
    }

    @Override
    public void setExtendedAttribute(String name, byte[] value) throws IOException {
        NioAttributes.set(path, name, value);
    }

    @Override
    public void removeExtendedAttribute(String name) throws IOException {
        NioAttributes.remove(path, name);
    }
}
