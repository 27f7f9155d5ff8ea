package dev.coffer.engine.tasks;

/** How many tasks that load and compute should run at the same time. */
public final class TaskLimit {

    private TaskLimit() {}

    /**
     * As many as there are connections, or cores if these are more, and one further so that there is work while others wait;
     * fewer if half of the heap is too small for them.
     *
     * @param taskMemory bytes that one task needs
     */
    public static int of(int connections, long taskMemory) {
        int wanted = Math.max(connections, Runtime.getRuntime().availableProcessors()) + 1;
        long affordable = Runtime.getRuntime().maxMemory() / 2 / taskMemory;
        return Math.clamp(affordable, 1, wanted);
    }
}
