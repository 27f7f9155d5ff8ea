package dev.coffer.engine.restore;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Several steps of which each is tried whatever became of the others. For one thread. */
final class Failures {

    private @Nullable IOException first;

    /** Returns whether the step succeeded. */
    boolean attempt(RestoreRun.Step step) {
        try {
            step.run();
            return true;
        } catch (IOException e) {
            if (first == null) {
                first = e;
            } else {
                first.addSuppressed(e);
            }
            return false;
        }
    }

    void throwFirst() throws IOException {
        if (first != null) {
            throw first;
        }
    }
}
