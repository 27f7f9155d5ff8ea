package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads all entries of a folder, a few requests at a time, since each answer holds only some of them. For one thread. */
final class FolderReader {

    private static final int UNDER_WAY = 4;

    private final SftpClient client;
    private final Deque<Answer<List<FolderEntry>>> underWay = new ArrayDeque<>();

    FolderReader(SftpClient client) {
        this.client = client;
    }

    List<FolderEntry> run(String path) throws IOException {
        FileHandle folder = client.openFolder(path).get();
        try {
            List<FolderEntry> entries = new ArrayList<>();
            List<FolderEntry> some;
            do {
                while (underWay.size() < UNDER_WAY) {
                    underWay.addLast(client.readFolder(folder));
                }
                some = next();
                entries.addAll(some);
            } while (!some.isEmpty());
            return entries;
        } finally {
            client.close(folder);
        }
    }

    /** Nothing at the end of the folder. */
    private List<FolderEntry> next() throws IOException {
        try {
            return underWay.removeFirst().get();
        } catch (SftpException e) {
            if (e.status() == Status.EOF) {
                return List.of();
            }
            throw e;
        }
    }
}
