package dev.coffer.benchmarks;

import dev.coffer.backend.FileType;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.index.IndexCodec;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Loading the index files of a repository in memory: open, decompress, parse, fill the index. */
public class IndexLoadBenchmark extends SingleShotBenchmark {

    private static final int BLOBS_PER_FILE = 50_000;

    @Param({"100000", "1000000", "10000000"})
    int entries;

    private final MemoryRepository repository = new MemoryRepository();

    @SuppressWarnings("NullAway.Init") // opened before each call
    private Repository opened;

    @Setup
    public void makeIndexFiles() throws IOException {
        try (Repository made = repository.init()) {
            for (long blob = 0; blob < entries; blob += BLOBS_PER_FILE) {
                List<IndexedPack> packs = SyntheticIndex.packs(blob, Math.min(blob + BLOBS_PER_FILE, entries));
                made.files().save(FileType.INDEX, document -> IndexCodec.encode(packs, document));
            }
        }
    }

    @Setup(Level.Invocation)
    public void open() throws IOException {
        opened = repository.open();
    }

    @TearDown(Level.Invocation)
    public void close() throws IOException {
        opened.close();
    }

    @Benchmark
    public Index load() throws IOException {
        opened.loadIndex(ProgressListener.NONE);
        return opened.index();
    }
}
