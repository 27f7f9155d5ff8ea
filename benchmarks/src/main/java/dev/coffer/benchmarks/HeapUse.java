package dev.coffer.benchmarks;

/** Bytes of live objects. */
final class HeapUse {

    private static final int ROUNDS = 3;

    private HeapUse() {}

    /** Exact with collectors that stop the world; collects garbage first. */
    static long now() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
