package dev.coffer.mount;

import dev.coffer.engine.browse.Attributes;
import dev.coffer.engine.browse.ContentFile;
import dev.coffer.engine.browse.Entry;
import dev.coffer.engine.browse.Folder;
import dev.coffer.engine.browse.OpenContent;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.cryptomator.jfuse.api.DirFiller;
import org.cryptomator.jfuse.api.Errno;
import org.cryptomator.jfuse.api.FileInfo;
import org.cryptomator.jfuse.api.FuseOperations;
import org.cryptomator.jfuse.api.Stat;
import org.cryptomator.jfuse.api.Statvfs;
import org.jspecify.annotations.Nullable;

/** Answers the questions of libfuse, on any of its threads. What goes wrong is told, and an input/output error for who asked. */
final class SnapshotFileSystem implements FuseOperations {

    private static final int BLOCK = 4096;
    private static final int LONGEST_NAME = 255;

    private final Errno errno;
    private final Folder root;
    private final Consumer<String> problems;
    private final Map<Long, OpenContent> open = new ConcurrentHashMap<>();
    private final AtomicLong handles = new AtomicLong();

    SnapshotFileSystem(Errno errno, Folder root, Consumer<String> problems) {
        this.errno = errno;
        this.root = root;
        this.problems = problems;
    }

    @Override
    public Errno errno() {
        return errno;
    }

    @Override
    public Set<Operation> supportedOperations() {
        return EnumSet.of(
                Operation.GET_ATTR,
                Operation.GET_XATTR,
                Operation.LIST_XATTR,
                Operation.OPEN,
                Operation.OPEN_DIR,
                Operation.READ,
                Operation.READLINK,
                Operation.READ_DIR,
                Operation.RELEASE,
                Operation.RELEASE_DIR,
                Operation.STATFS);
    }

    /** The answer about an entry: 0, a count, or a negative error number. */
    private interface Answer {
        int about(Entry entry) throws IOException;
    }

    private int answer(String path, Answer answer) {
        try {
            Optional<Entry> entry = find(path);
            return entry.isPresent() ? answer.about(entry.get()) : -errno.enoent();
        } catch (IOException | RuntimeException e) {
            problems.accept(path + ": " + e.getMessage());
            return -errno.eio();
        }
    }

    private Optional<Entry> find(String path) throws IOException {
        Optional<Entry> found = Optional.of(root);
        for (String name : path.split("/")) {
            if (!name.isEmpty()) {
                found = found.isPresent() && found.get() instanceof Folder folder
                        ? Optional.ofNullable(folder.entries().get(name))
                        : Optional.empty();
            }
        }
        return found;
    }

    @Override
    public int getattr(String path, Stat stat, @Nullable FileInfo fi) {
        return answer(path, entry -> {
            fill(stat, entry.attributes());
            return 0;
        });
    }

    private static void fill(Stat stat, Attributes attributes) {
        stat.setMode(attributes.mode());
        stat.setUid((int) attributes.uid());
        stat.setGid((int) attributes.gid());
        stat.setSize(attributes.size());
        stat.setNLink((short) Math.min(Short.MAX_VALUE, attributes.links()));
        stat.mTime().set(attributes.mtime());
        stat.aTime().set(attributes.atime());
        stat.cTime().set(attributes.ctime());
    }

    @Override
    public int readlink(String path, ByteBuffer buf, long len) {
        return answer(path, entry -> {
            if (!(entry instanceof Entry.Link link)) {
                return -errno.einval();
            }
            byte[] target = NativeString.encode(link.target());
            buf.put(target, 0, (int) Math.min(target.length, len - 1)).put((byte) 0);
            return 0;
        });
    }

    @Override
    public int opendir(String path, FileInfo fi) {
        return answer(path, entry -> entry instanceof Folder ? 0 : -errno.enotdir());
    }

    @Override
    public int readdir(String path, DirFiller filler, long offset, FileInfo fi, int flags) {
        return answer(path, entry -> {
            if (!(entry instanceof Folder folder)) {
                return -errno.enotdir();
            }
            filler.fill(".");
            filler.fill("..");
            for (Map.Entry<String, Entry> child : folder.entries().entrySet()) {
                filler.fill(child.getKey(), stat -> fill(stat, child.getValue().attributes()));
            }
            return 0;
        });
    }

    @Override
    public int open(String path, FileInfo fi) {
        return answer(path, entry -> {
            if (!(entry instanceof ContentFile file)) {
                return entry instanceof Folder ? -errno.eisdir() : -errno.enotsup();
            }
            long handle = handles.incrementAndGet();
            open.put(handle, file.open());
            fi.setFh(handle);
            return 0;
        });
    }

    @Override
    public int read(String path, ByteBuffer buf, long count, long offset, FileInfo fi) {
        return answer(path, _ -> {
            OpenContent content = open.get(fi.getFh());
            return content == null ? -errno.ebadf() : content.read(offset, buf);
        });
    }

    @Override
    public int release(String path, FileInfo fi) {
        open.remove(fi.getFh());
        return 0;
    }

    @Override
    public int getxattr(String path, String name, ByteBuffer value) {
        return answer(
                path,
                entry -> entry.attributes().extended().stream()
                        .filter(attribute -> attribute.name().equals(name))
                        .map(attribute -> put(attribute.value(), value))
                        .findFirst()
                        .orElse(-errno.enodata()));
    }

    @Override
    public int listxattr(String path, ByteBuffer list) {
        return answer(path, entry -> {
            StringBuilder names = new StringBuilder();
            entry.attributes()
                    .extended()
                    .forEach(attribute -> names.append(attribute.name()).append('\0'));
            return put(NativeString.encode(names.toString()), list);
        });
    }

    /** As the system wants it: the length is asked for with an empty buffer, then one of that length is offered. */
    private int put(byte[] bytes, ByteBuffer target) {
        if (target.capacity() == 0) {
            return bytes.length;
        }
        if (target.capacity() < bytes.length) {
            return -errno.erange();
        }
        target.put(bytes);
        return bytes.length;
    }

    @Override
    public int statfs(String path, Statvfs statvfs) {
        statvfs.setBsize(BLOCK);
        statvfs.setFrsize(BLOCK);
        statvfs.setNameMax(LONGEST_NAME);
        return 0;
    }
}
