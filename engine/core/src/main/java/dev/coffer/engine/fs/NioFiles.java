package dev.coffer.engine.fs;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JDK offers, for systems other than Linux: names that the JDK can decode, attributes as far as the file system
 * provider knows them, no device nodes. On Windows a drive is the first name of a path: {@code C:\x} is {@code /C/x}.
 */
final class NioFiles implements LocalFiles {

    private final SeenOwners owners = new SeenOwners();
    private final NioStat stats = new NioStat(NioEntry.UNIX, owners);

    private NioEntry entry(String path) throws IOException {
        return new NioEntry(NioPaths.of(path), stats);
    }

    @Override
    public FileStat stat(String path) throws IOException {
        return entry(path).stat();
    }

    @Override
    public List<String> list(String directory) throws IOException {
        List<String> names = new ArrayList<>();
        Path folder = NioPaths.of(directory);
        if (!Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            stats.read(folder);
            throw new NotDirectoryException(NativeString.printable(directory));
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return names;
    }

    @Override
    public String readLink(String path) throws IOException {
        return Files.readSymbolicLink(NioPaths.of(path)).toString();
    }

    @Override
    public List<ExtendedAttribute> extendedAttributes(String path) throws IOException {
        return entry(path).extendedAttributes();
    }

    @Override
    public Owners owners() {
        return owners;
    }

    @Override
    public OpenFile openForReading(String path) throws IOException {
        return NioOpenFile.forReading(entry(path));
    }

    @Override
    public OpenFile openForWriting(String path) throws IOException {
        return NioOpenFile.forWriting(entry(path));
    }

    @Override
    public OpenFile create(String path) throws IOException {
        return NioOpenFile.create(entry(path));
    }

    @Override
    public void createDirectory(String path) throws IOException {
        Files.createDirectory(NioPaths.of(path), NioOpenFile.onlyForOwner("rwx------"));
    }

    @Override
    public void createSymlink(String path, String target) throws IOException {
        try {
            Files.createSymbolicLink(NioPaths.of(path), Path.of(target));
        } catch (UnsupportedOperationException unsupported) {
            throw impossible(path, "symbolic links");
        }
    }

    @Override
    public void createLink(String path, String existing) throws IOException {
        try {
            Files.createLink(NioPaths.of(path), NioPaths.of(existing));
        } catch (UnsupportedOperationException unsupported) {
            throw impossible(path, "hard links");
        }
    }

    @Override
    public void createFifo(String path) throws IOException {
        throw impossible(path, "named pipes");
    }

    @Override
    public void createDevice(String path, FileStat.Kind kind, long rdev) throws IOException {
        throw impossible(path, "device nodes");
    }

    @Override
    public void remove(String path) throws IOException {
        Files.delete(NioPaths.of(path));
    }

    @Override
    public void setOwner(String path, long uid, long gid) throws IOException {
        entry(path).setOwner(uid, gid);
    }

    @Override
    public void setPermissions(String path, int permissions) throws IOException {
        entry(path).setPermissions(permissions);
    }

    @Override
    public void setTimes(String path, Instant atime, Instant mtime) throws IOException {
        entry(path).setTimes(atime, mtime);
    }

    @Override
    public void setExtendedAttribute(String path, String name, byte[] value) throws IOException {
        entry(path).setExtendedAttribute(name, value);
    }

    @Override
    public void removeExtendedAttribute(String path, String name) throws IOException {
        entry(path).removeExtendedAttribute(name);
    }

    @Override
    public boolean privileged() {
        return NioEntry.UNIX && "root".equals(System.getProperty("user.name"));
    }

    private static FileSystemException impossible(String path, String what) {
        return new FileSystemException(
                NativeString.printable(path), null, "Java offers no " + what + " on this system");
    }
}
