package dev.coffer.backend.sftp;

import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.sftp.protocol.FolderEntry;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Finds the files of one type. The many folders for packs are read side by side, which with a distant server is the difference
 * between a moment and half a minute.
 *
 * @param action what to do with each file; called by the thread that lists
 */
record SftpListing(SftpConnections connections, RemoteFolders folders, Consumer<FileInfo> action) {

    private static final int SIDE_BY_SIDE = 32;

    void run(FileType type) throws IOException {
        if (type == FileType.PACK) {
            packs();
        } else {
            files(folders.path(type), "").forEach(action);
        }
    }

    private void packs() throws IOException {
        Semaphore permits = new Semaphore(SIDE_BY_SIDE);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<List<FileInfo>>> listings = new ArrayList<>();
                for (String prefix : prefixes()) {
                    listings.add(executor.submit(() -> {
                        permits.acquire();
                        try {
                            return files(RemotePaths.join(folders.path(FileType.PACK), prefix), prefix);
                        } finally {
                            permits.release();
                        }
                    }));
                }
                for (Future<List<FileInfo>> listing : listings) {
                    result(listing).forEach(action);
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private List<String> prefixes() throws IOException {
        return entries(folders.path(FileType.PACK)).stream()
                .filter(entry -> entry.name().length() == 2 && !entry.name().equals(".."))
                .filter(entry -> entry.attributes().mayBeFolder())
                .map(FolderEntry::name)
                .toList();
    }

    private static List<FileInfo> result(Future<List<FileInfo>> listing) throws IOException {
        try {
            return listing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while listing packs");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A pack in the folder of another prefix could not be loaded under its name, so it is no file of the repository. */
    private List<FileInfo> files(String folder, String prefix) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        for (FolderEntry entry : entries(folder)) {
            String name = entry.name();
            if (Handle.isFileName(name)
                    && name.startsWith(prefix)
                    && entry.attributes().mayBeFile()) {
                files.add(new FileInfo(name, entry.attributes().sizeOrFail()));
            }
        }
        return files;
    }

    /** A folder that is not there holds no files. */
    private List<FolderEntry> entries(String folder) throws IOException {
        try {
            return connections.use(client -> client.list(folder));
        } catch (SftpException e) {
            if (e.status() == Status.NO_SUCH_FILE || e.status() == Status.NO_SUCH_PATH) {
                return List.of();
            }
            throw e;
        }
    }
}
