package dev.coffer.backend.local;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * The folders of a repository: one per file type, and 256 for packs by the first byte of their names.
 *
 * @param root absolute path of the repository
 * @param modes permissions for new folders
 */
record RepositoryFolders(Path root, LocalModes modes) {

    /** Makes all folders that are not there, parents of the repository included. */
    void create() throws IOException {
        try {
            makeRoot();
            for (FileType type : FileType.values()) {
                if (type != FileType.CONFIG) {
                    make(root.resolve(type.directory()));
                }
            }
            Path packs = root.resolve(FileType.PACK.directory());
            HexFormat hex = HexFormat.of();
            for (int first = 0; first < 256; first++) {
                make(packs.resolve(hex.toHexDigits((byte) first)));
            }
            FolderSync.force(packs);
            FolderSync.force(root);
        } catch (IOException e) {
            throw LocalFailures.explainWrite("create the repository folders in " + root, root, e);
        }
    }

    /** With its parents, each of which must keep the name of the next through a power cut. */
    private void makeRoot() throws IOException {
        Deque<Path> changed = new ArrayDeque<>();
        Path folder = root;
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
            if (folder != null) {
                changed.push(folder);
            }
        }
        make(root);
        for (Path parent : changed) {
            try {
                FolderSync.force(parent);
            } catch (AccessDeniedException _) {
                // One may be allowed to make folders there, and yet not to open it.
            }
        }
    }

    /** Creates a file, and its folder if that is not there. */
    FileChannel create(TemporaryFile file) throws IOException {
        try {
            return file.create();
        } catch (NoSuchFileException _) {
            createFolderOf(file.path());
            return file.create();
        }
    }

    /**
     * Never makes the repository's own folder: if that is gone, a disk may not be mounted, and what is written to the empty mount
     * point would be lost.
     */
    private void createFolderOf(Path file) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new BackendException.Missing(
                    "the repository folder " + root + " is gone; is its file system still mounted?", null);
        }
        Path folder = file.getParent();
        if (folder != null) {
            make(folder);
            for (Path parent = folder.getParent();
                    parent != null && parent.startsWith(root);
                    parent = parent.getParent()) {
                FolderSync.force(parent);
            }
        }
    }

    Path path(Handle handle) {
        return root.resolve(handle.path());
    }

    /** The folder of a file. */
    Path folder(Handle handle) {
        Path folder = path(handle).getParent();
        return folder == null ? root : folder;
    }

    private void make(Path folder) throws IOException {
        Files.createDirectories(folder, modes.folderAttributes(folder));
    }
}
