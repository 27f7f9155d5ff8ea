package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one file from its start, with many requests under way. For one thread. */
public final class Upload {

    private static final int UNDER_WAY = 128;

    private final SftpClient client;
    private final FileHandle file;
    private final Deque<Answer<Status>> answers = new ArrayDeque<>();

    Upload(SftpClient client, FileHandle file) {
        this.client = client;
        this.file = file;
    }

    /**
     * Sends all of a stream; further requests for the file may then be sent at once. Fails early if the server has refused
     * some part already.
     *
     * @param length how many bytes the stream has; it is asked for one more, so that it can tell if that is wrong
     */
    public void send(InputStream content, long length) throws IOException {
        long position = 0;
        while (position < length) {
            int count = (int) Math.min(client.largestWrite(), length - position);
            answers.add(client.write(file, position, content, count));
            position += count;
            settle();
        }
        if (content.read() >= 0) {
            throw new IOException("the content has more than " + length + " bytes");
        }
    }

    private void settle() throws IOException {
        while (!answers.isEmpty()
                && (answers.size() > UNDER_WAY || answers.getFirst().isThere())) {
            answers.removeFirst().get();
        }
    }

    /** Waits until the server has written everything. */
    public void confirm() throws IOException {
        while (!answers.isEmpty()) {
            answers.removeFirst().get();
        }
    }
}
