package dev.coffer.cli;

import java.io.InterruptedIOException;

/** Waits for child processes. */
final class ChildProcess {

    private ChildProcess() {}

    /**
     * The exit code of a process that is about to end.
     *
     * @throws InterruptedIOException if the thread is interrupted; the process is ended then
     */
    static int exitCode(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted while a command was running");
            failure.initCause(e);
            throw failure;
        }
    }
}
