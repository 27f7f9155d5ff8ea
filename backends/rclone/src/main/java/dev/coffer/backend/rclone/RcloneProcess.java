package dev.coffer.backend.rclone;

import dev.coffer.backend.BackendException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An rclone that serves one repository to us alone: on an address of this machine that it chooses itself, to a user whose
 * random password it gets by its environment, where other users of the machine cannot see it.
 *
 * <p>It ends with us, however we end. A shell between us and it holds the other end of a pipe, which the system closes when
 * we are gone; the shell then ends rclone. Rclone runs in a session of its own, if the system has {@code setsid}: an
 * interruption from the keyboard is for us, who want to tidy up the repository before we end.
 */
final class RcloneProcess implements Closeable {

    static final String USER = "coffer";

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final String GUARD = """
            trap '' INT HUP
            exec 3<&0 </dev/null
            command -v setsid >/dev/null && set -- setsid "$@"
            "$@" 3<&- &
            child=$!
            (read -r _ <&3; kill "$child") 2>/dev/null &
            guard=$!
            exec 3<&-
            wait "$child"
            status=$?
            kill "$guard" 2>/dev/null
            exit "$status"
            """;

    private final Process process;
    private final RcloneLog log;
    private final String password;

    private RcloneProcess(Process process, String password) {
        this.process = process;
        this.password = password;
        this.log = RcloneLog.follow(process.getErrorStream());
    }

    /** @param environment on top of that of this program */
    static RcloneProcess start(RcloneCommand command, Map<String, String> environment) throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", GUARD, "rclone-guard"));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        String password = randomPassword();
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of("RCLONE_ADDR", "127.0.0.1:0", "RCLONE_USER", USER, "RCLONE_PASS", password));
        try {
            return new RcloneProcess(builder.start(), password);
        } catch (IOException e) {
            throw new BackendException.Rejected("cannot start a shell for rclone: " + e.getMessage(), e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    String password() {
        return password;
    }

    /**
     * Waits until it serves.
     *
     * @return its address
     * @throws BackendException.Rejected if it ends instead, or takes too long
     */
    URI awaitAddress(RcloneCommand command) throws IOException {
        try {
            return log.address(command.patience()).orElseThrow(() -> failure(command));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while rclone starts").initCause(e);
        }
    }

    private BackendException failure(RcloneCommand command) {
        String program = command.program();
        if (isOver() && process.exitValue() == 127) {
            return new BackendException.Rejected(
                    "there is no program " + program + ": install rclone, or say where it is by -o rclone.program=…",
                    null);
        }
        String reason = isOver()
                ? " ended before it served the repository"
                : " does not serve the repository after " + command.patience().toSeconds() + " seconds";
        return new BackendException.Rejected(program + reason + log.lastWords(), null);
    }

    /** Whether it has ended. Waits a moment for one that is about to. */
    private boolean isOver() {
        try {
            return log.ended() && process.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it has ended, so that nobody can say anything any more. */
    boolean hasEnded() {
        return log.ended();
    }

    /** What it said at last, for the end of a message. */
    String lastWords() {
        return log.lastWords();
    }

    /** Ends it. Idempotent. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
