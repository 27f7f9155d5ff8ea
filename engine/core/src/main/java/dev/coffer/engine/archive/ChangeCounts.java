package dev.coffer.engine.archive;

import dev.coffer.engine.progress.ProgressEvent.Change;

/** How many things of one kind are new, changed, and unchanged. Not safe for use by several threads at a time. */
final class ChangeCounts {

    private long added;
    private long modified;
    private long unchanged;

    void count(Change change) {
        switch (change) {
            case NEW -> added++;
            case MODIFIED -> modified++;
            case UNCHANGED -> unchanged++;
        }
    }

    long added() {
        return added;
    }

    long modified() {
        return modified;
    }

    long unchanged() {
        return unchanged;
    }

    long total() {
        return added + modified + unchanged;
    }
}
