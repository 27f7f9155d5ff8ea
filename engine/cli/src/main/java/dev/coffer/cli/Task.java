package dev.coffer.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that does something, on the thread that calls it. Failures end the program with their {@link ExitCode}. */
interface Task extends Callable<Integer> {

    ExitCode run() throws IOException;

    /** For picocli. */
    @Override
    default Integer call() throws IOException {
        return run().number();
    }
}
