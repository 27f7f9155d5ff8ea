package dev.coffer.engine.prune;

/** How much data that nobody needs may stay, because to remove it would mean to rewrite packs. */
public sealed interface UnusedLimit {

    /** What restic does unless told otherwise. */
    UnusedLimit USUAL = new Percentage(5);

    /** Bytes that may stay if so many bytes are needed. */
    long bytes(long needed);

    /** A part of what remains, from 0 to below 100 percent. */
    record Percentage(double percent) implements UnusedLimit {
        @Override
        public long bytes(long needed) {
            return (long) (percent / (100 - percent) * needed);
        }
    }

    record Bytes(long limit) implements UnusedLimit {
        @Override
        public long bytes(long needed) {
            return limit;
        }
    }

    /** All of it: only packs without any needed blob are removed, besides what has to be rewritten for another reason. */
    record Unlimited() implements UnusedLimit {
        @Override
        public long bytes(long needed) {
            return Long.MAX_VALUE;
        }
    }
}
