package dev.coffer.engine.archive;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/**
 * What a command writes to its standard output. Its end is only reached if the command succeeds: a dump that was cut off must
 * not pass for a whole one. The command has no input, and its messages go where those of this process go.
 */
public final class CommandOutput extends FilterInputStream {

    private final String name;
    private final Process process;

    private CommandOutput(String name, Process process) {
        super(process.getInputStream());
        this.name = name;
        this.process = process;
    }

    /** Starts a command, given as its program and arguments. */
    public static CommandOutput start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new CommandOutput(command.getFirst(), process);
    }

    @Override
    public int read() throws IOException {
        return checkEnd(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checkEnd(super.read(buffer, offset, length));
    }

    private int checkEnd(int result) throws IOException {
        if (result < 0) {
            int exitCode = exitCode();
            if (exitCode != 0) {
                throw new IOException("the command " + name + " failed with exit code " + exitCode);
            }
        }
        return result;
    }

    private int exitCode() throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the command " + name + " was running");
        }
    }

    /** Ends the command if it is still running. */
    @Override
    public void close() throws IOException {
        process.destroy();
        super.close();
    }
}
