package dev.coffer.engine.restore;

import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs steps on single entries on other threads, several by one task. For one thread, which flushes at the end. */
final class StepGroups {

    private static final int MAX_STEPS = 64;
    private static final long MAX_BYTES = 4 << 20;

    private final RestoreRun run;
    private final TaskGroup tasks;
    private List<EntryStep> steps = new ArrayList<>();
    private long bytes;

    StepGroups(RestoreRun run, TaskGroup tasks) {
        this.run = run;
        this.tasks = tasks;
    }

    /**
     * Adds a step; if it fails, that is reported.
     *
     * @param size bytes that it may have to read
     */
    void add(String path, long size, RestoreRun.Step action) throws IOException {
        steps.add(new EntryStep(path, action));
        bytes += size;
        if (steps.size() >= MAX_STEPS || bytes >= MAX_BYTES) {
            flush();
        }
    }

    /** Starts what was added. */
    void flush() throws IOException {
        List<EntryStep> some = steps;
        steps = new ArrayList<>();
        bytes = 0;
        tasks.fork(() -> {
            for (EntryStep step : some) {
                step.run(run);
            }
        });
    }
}
