package dev.coffer.engine.restore;

import java.io.IOException;

/** Work on one entry. */
record EntryStep(String path, RestoreRun.Step action) {

    /** Does it; if it fails, that is reported. */
    void run(RestoreRun run) throws IOException {
        run.attempt(path, action);
    }
}
