package dev.coffer.backend.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What of a folder is on disk, and what only in the memory of the system. Bytes of a file get to disk when the file is forced,
 * names when their folder is.
 */
final class Disk {

    private final Path root;
    private final Map<Path, Inode> live = new HashMap<>();
    private int changesLeft = Integer.MAX_VALUE;
    private int changes;

    /** A file or a folder, by whatever name, as it is on disk. */
    private static final class Inode {
        private final boolean folder;
        private byte[] bytes = new byte[0];
        private Map<String, Inode> names = Map.of();

        private Inode(boolean folder) {
            this.folder = folder;
        }
    }

    /** @param root an empty folder, which is on disk itself */
    Disk(Path root) {
        this.root = root;
        live.put(root, new Inode(true));
    }

    /** Lets the power fail before the change after so many. */
    void failAfter(int number) {
        changesLeft = number;
    }

    /** How many changes were made. */
    synchronized int changes() {
        return changes;
    }

    private void change() throws IOException {
        if (changesLeft == 0) {
            throw new IOException("the power is off");
        }
        changesLeft--;
        changes++;
    }

    interface Change {
        void run() throws IOException;
    }

    synchronized void createFile(Path path, Change change) throws IOException {
        change();
        change.run();
        live.put(path, new Inode(false));
    }

    synchronized void createFolder(Path path, Change change) throws IOException {
        change();
        change.run();
        live.put(path, new Inode(true));
    }

    synchronized void write(Change change) throws IOException {
        change();
        change.run();
    }

    synchronized void move(Path from, Path to, Change change) throws IOException {
        change();
        change.run();
        live.put(to, live.remove(from));
    }

    synchronized void remove(Path path, Change change) throws IOException {
        change();
        change.run();
        live.remove(path);
    }

    synchronized void force(Path path) throws IOException {
        change();
        Inode inode = live.get(path);
        if (inode.folder) {
            inode.names = namesIn(path);
        } else {
            inode.bytes = Files.readAllBytes(path);
        }
    }

    private Map<String, Inode> namesIn(Path folder) {
        Map<String, Inode> names = new HashMap<>();
        live.forEach((path, inode) -> {
            if (folder.equals(path.getParent())) {
                names.put(path.getFileName().toString(), inode);
            }
        });
        return names;
    }

    /** What is there after the power has failed, if nothing has got to disk that was not forced. */
    synchronized void leftIn(Path target) throws IOException {
        leave(live.get(root), target);
    }

    private static void leave(Inode inode, Path target) throws IOException {
        if (!inode.folder) {
            Files.write(target, inode.bytes);
            return;
        }
        Files.createDirectories(target);
        for (Map.Entry<String, Inode> name : inode.names.entrySet()) {
            leave(name.getValue(), target.resolve(name.getKey()));
        }
    }

    /** The same if all names have got to disk by themselves, but no bytes. */
    synchronized void leftWithNamesIn(Path target) throws IOException {
        leaveLive(root, target);
    }

    private void leaveLive(Path path, Path target) throws IOException {
        Inode inode = live.get(path);
        if (!inode.folder) {
            Files.write(target, inode.bytes);
            return;
        }
        Files.createDirectories(target);
        for (String name : namesIn(path).keySet()) {
            leaveLive(path.resolve(name), target.resolve(name));
        }
    }
}
