package dev.coffer.backend.contract;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs as a program of its own while tests need it. */
public final class ServerProcess implements Closeable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param packageName what to install if there is no such program
     * @param serving what it says then; its first group is what {@link #announced} returns
     * @param environment on top of that of the tests
     */
    public static ServerProcess start(
            String packageName, Pattern serving, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        ServerProcess server;
        try {
            server = new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot start " + command.getFirst() + "; please install the package " + packageName, e);
        }
        Thread.ofVirtual().start(() -> server.read(serving));
        server.await();
        return server;
    }

    private void read(Pattern serving) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                Matcher matcher = serving.matcher(line);
                if (matcher.find()) {
                    ready.complete(matcher);
                }
            }
        } catch (IOException _) {
            // stopped
        } finally {
            ready.completeExceptionally(new IllegalStateException("the server has ended: " + output()));
        }
    }

    private void await() {
        try {
            ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("the server does not serve: " + output(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server starts", e);
        }
    }

    /** What it has said about where it serves. */
    public String announced() {
        return ready.join().group(1);
    }

    /** All that it has said so far. */
    public String output() {
        return String.join("\n", said);
    }

    /** Ends it, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
