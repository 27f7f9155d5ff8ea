package dev.coffer.engine.archive;

import dev.coffer.engine.index.Index;
import java.io.IOException;
import java.util.List;

/** A stream that is to become one file. */
record StreamSource(BackupSource.Stream stream, SnapshotLabels labels, Journal journal) implements OpenedSource {

    @Override
    public List<String> paths() {
        return List.of(StreamWalk.path(stream));
    }

    /** That there was no data is told as a problem. */
    @Override
    public boolean mustHaveEntries() {
        return false;
    }

    @Override
    public boolean isContinuable() {
        return false;
    }

    @Override
    public TreeArchiver.Root archive(Pipeline pipeline, ParentTrees parents, Index index) throws IOException {
        return pipeline.run(new StreamWalk(stream, labels, parents, pipeline.newCutter(), journal), List.of());
    }
}
