package dev.coffer.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What the program finds around it when it is started.
 *
 * @param out standard output, unbuffered; unlike {@link System#out} it tells when writing fails
 * @param err standard error, unbuffered
 */
record Surroundings(Environment environment, InputStream in, OutputStream out, OutputStream err, Terminal terminal) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new Environment(System.getenv()),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Terminal.ofProcess());
    }
}
