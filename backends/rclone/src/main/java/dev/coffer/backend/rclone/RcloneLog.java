package dev.coffer.backend.rclone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rclone says while it runs: where it serves, and, at last, why it does not. */
final class RcloneLog {

    private static final Pattern SERVING = Pattern.compile("Serving restic REST API on \\[?(https?://\\S+?/)");
    private static final int KEPT = 5;

    private final Deque<String> last = new ArrayDeque<>();
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile Optional<URI> address = Optional.empty();
    private volatile boolean ended;

    private RcloneLog() {}

    /** Reads all there is to read on a thread of its own, so that rclone never waits for a reader. */
    static RcloneLog follow(InputStream messages) {
        RcloneLog log = new RcloneLog();
        Thread.ofVirtual().name("rclone messages").start(() -> log.read(messages));
        return log;
    }

    private void read(InputStream messages) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(messages, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
            }
        } catch (IOException _) {
            // it has been ended
        } finally {
            ended = true;
            known.countDown();
        }
    }

    private void add(String line) {
        Matcher serving = SERVING.matcher(line);
        if (serving.find()) {
            address = Optional.of(URI.create(serving.group(1)));
            known.countDown();
        }
        synchronized (last) {
            last.add(line);
            if (last.size() > KEPT) {
                last.remove();
            }
        }
    }

    /** Where it serves, as soon as it does; empty if it ends instead, or takes longer than this. */
    Optional<URI> address(Duration patience) throws InterruptedException {
        boolean _ = known.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        return address;
    }

    /** Whether nobody can say anything any more. */
    boolean ended() {
        return ended;
    }

    /** The last lines, for the end of a message. */
    String lastWords() {
        synchronized (last) {
            return last.isEmpty() ? "" : ": " + String.join("; ", last);
        }
    }
}
