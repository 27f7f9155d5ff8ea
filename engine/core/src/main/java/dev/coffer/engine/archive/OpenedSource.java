package dev.coffer.engine.archive;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.index.Index;
import java.io.IOException;
import java.util.List;

/** The source of one backup, ready to be walked. */
sealed interface OpenedSource permits FileSource, StreamSource {

    /**
     * Gets ready to back up what was asked for.
     *
     * @throws BadRequest if none of it exists
     */
    static OpenedSource open(BackupRequest request, LocalFiles files, Journal journal) throws IOException {
        return switch (request.source()) {
            case BackupSource.Targets targets -> FileSource.open(targets, request, files, journal);
            case BackupSource.Stream stream -> new StreamSource(stream, request.labels(), journal);
        };
    }

    /** What the snapshot records as its paths. */
    List<String> paths();

    /** Whether a snapshot of nothing would be a mistake. */
    boolean mustHaveEntries();

    /** Whether a later backup can go on where this one is cut short. */
    boolean isContinuable();

    /** Backs it up, to the root tree. */
    TreeArchiver.Root archive(Pipeline pipeline, ParentTrees parents, Index index) throws IOException;
}
