package dev.coffer.engine.source;

import java.io.IOException;

/** Takes note of what could not be read in full, while the backup goes on. Called from any thread. */
@FunctionalInterface
public interface SourceProblems {

    /** {@code path} was not read, or not in full, because of {@code cause}. */
    void report(String path, IOException cause);
}
