package dev.coffer.engine.query;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.Collection;

/** Draws sums over the snapshots of a repository whose index is loaded. Safe for use by any number of threads. */
public final class StatisticsCollector {

    private final Repository repository;

    public StatisticsCollector(Repository repository) {
        this.repository = repository;
    }

    /**
     * Statistics of some snapshots.
     *
     * @param roots their root trees; the same one as often as there are snapshots of it
     */
    public Statistics collect(CountingMode mode, Collection<ObjectId> roots) throws IOException {
        return switch (mode) {
            case RESTORE_SIZE -> new RestoreSizeCount(repository).count(roots);
            case FILES_BY_CONTENTS, BLOBS_PER_FILE -> new FileCount(repository, mode).count(roots);
            case RAW_DATA -> new RawDataCount(repository).count(roots);
        };
    }
}
