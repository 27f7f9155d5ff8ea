package dev.coffer.backend.sftp;

import dev.coffer.backend.sftp.protocol.SftpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Temporary files that could not be taken away because the connection was lost. The next one gets another chance. */
final class Leftovers {

    private final Queue<String> paths = new ConcurrentLinkedQueue<>();

    void add(String path) {
        paths.add(path);
    }

    /** Asks for their removal without waiting for it. Whether it succeeds does not matter: no reader looks at such files. */
    void removeWith(SftpClient client) {
        for (String path = paths.poll(); path != null; path = paths.poll()) {
            client.remove(path);
        }
    }
}
