package dev.coffer.benchmarks;

import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupRequest.Identical;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.archive.SnapshotLabels;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.source.FilterRules;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Whole backups of files on disk (better: on tmpfs, see {@code java.io.tmpdir}) to a repository in memory: into an empty one,
 * and into one that has everything already.
 */
public class BackupBenchmark extends SingleShotBenchmark {

    @Param
    Corpus corpus = Corpus.RANDOM;

    @Param
    SourceShape shape = SourceShape.ONE_FILE;

    @Param("268435456")
    int length;

    @SuppressWarnings("NullAway.Init") // made before everything else
    private SourceFolder folder;

    @Setup
    public void makeFolder() throws IOException {
        folder = SourceFolder.create(shape, corpus, length);
    }

    @TearDown
    public void removeFolder() throws IOException {
        folder.close();
    }

    /** An empty repository for each backup. */
    @State(Scope.Benchmark)
    public static class Empty {

        @SuppressWarnings("NullAway.Init") // made before each call
        private Repository repository;

        @Setup(Level.Invocation)
        public void make() throws IOException {
            repository = new MemoryRepository().init();
        }

        @TearDown(Level.Invocation)
        public void close() throws IOException {
            repository.close();
        }
    }

    /** A repository that has a backup, opened anew for each further one. */
    @State(Scope.Benchmark)
    public static class Filled {

        private final MemoryRepository stored = new MemoryRepository();

        @SuppressWarnings("NullAway.Init") // opened before each call
        private Repository repository;

        @Setup
        public void fill(BackupBenchmark benchmark) throws IOException {
            try (Repository empty = stored.init()) {
                backUp(benchmark.folder, empty);
            }
        }

        @Setup(Level.Invocation)
        public void open() throws IOException {
            repository = stored.open();
        }

        @TearDown(Level.Invocation)
        public void close() throws IOException {
            repository.close();
        }
    }

    @Benchmark
    public BackupSummary first(Empty empty) throws IOException {
        return backUp(folder, empty.repository);
    }

    @Benchmark
    public BackupSummary unchanged(Filled filled) throws IOException {
        return backUp(folder, filled.repository);
    }

    /** Without a new snapshot if nothing has changed, so that snapshots do not pile up. */
    private static BackupSummary backUp(SourceFolder folder, Repository repository) throws IOException {
        BackupSource source =
                new BackupSource.Targets(List.of("."), folder.path().toString(), FilterRules.NONE);
        SnapshotLabels labels = new SnapshotLabels(
                OffsetDateTime.now(ZoneOffset.UTC), HostIdentity.current(), List.of(), List.of(), "coffer benchmark");
        BackupRequest request = BackupRequest.of(source, labels).withIdentical(Identical.SKIPPED);
        return new Archiver(repository, LocalFiles.host(), ProgressListener.NONE).backup(request);
    }
}
