package dev.coffer.cli.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code coffer serve rest} as a process of its own, on a free port. */
final class RunningServer implements Closeable {

    private static final Pattern ADDRESS = Pattern.compile("https?://127\\.0\\.0\\.1:(\\d+)/");

    private final Program.Running running;
    private final int port;

    private RunningServer(Program.Running running, int port) {
        this.running = running;
        this.port = port;
    }

    /** Starts it and waits until it listens. */
    static RunningServer start(Program coffer, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("serve", "rest", "--listen", "127.0.0.1:0"));
        arguments.addAll(List.of(options));
        Program.Running running = coffer.start(arguments.toArray(String[]::new));
        while (running.process().isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(running.out()));
            if (address.find()) {
                return new RunningServer(running, Integer.parseInt(address.group(1)));
            }
            Thread.sleep(50);
        }
        throw new AssertionError(running.result());
    }

    /** A program that works on a repository of this server. */
    Program on(String path, Program program) {
        return program.with("RESTIC_REPOSITORY", "rest:http://127.0.0.1:" + port + path)
                .with("RESTIC_PASSWORD", "secret");
    }

    /** As {@link #on}, as one of the server's users. */
    Program on(String path, Program program, String user, String password) {
        return program.with("RESTIC_REPOSITORY", "rest:http://" + user + ":" + password + "@127.0.0.1:" + port + path)
                .with("RESTIC_PASSWORD", "secret");
    }

    /** Asks it to stop and waits until it has. */
    Program.Result stop() throws IOException, InterruptedException {
        running.process().destroy();
        return running.result();
    }

    @Override
    public void close() {
        running.process().destroyForcibly();
    }
}
