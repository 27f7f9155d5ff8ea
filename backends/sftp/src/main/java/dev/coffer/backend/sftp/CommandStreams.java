package dev.coffer.backend.sftp;

import dev.coffer.backend.sftp.protocol.SftpStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The streams of a running program. */
final class CommandStreams implements SftpStreams {

    private static final int LAST_WORDS = 2000;
    private static final Duration TIME_FOR_LAST_WORDS = Duration.ofSeconds(1);
    private static final int SECONDS_TO_END = 2;

    private final Process process;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final StringBuilder errors = new StringBuilder();
    private final Thread listener;

    private CommandStreams(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name("sftp-errors").unstarted(this::listen);
    }

    static CommandStreams of(Process process) {
        CommandStreams streams = new CommandStreams(process);
        streams.listener.start();
        return streams;
    }

    private void listen() {
        byte[] buffer = new byte[LAST_WORDS];
        try (InputStream stream = process.getErrorStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                hear(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // the program has ended
        }
    }

    private void hear(String words) {
        synchronized (errors) {
            errors.append(words);
            errors.delete(0, Math.max(0, errors.length() - LAST_WORDS));
        }
    }

    @Override
    public InputStream in() {
        return process.getInputStream();
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    @Override
    public String lastWords() {
        try {
            listener.join(TIME_FOR_LAST_WORDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (errors) {
            return errors.toString().strip();
        }
    }

    boolean isClosed() {
        return closed.get();
    }

    /** The end of its input tells the program to end. Others do the waiting: who writes to it may hold the stream. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("sftp-close").start(this::closeInput);
            Thread.ofPlatform().daemon().name("sftp-end").start(this::end);
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // it has ended already
        }
    }

    private void end() {
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }
}
