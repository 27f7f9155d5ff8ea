package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repair.BlobSource;
import dev.coffer.engine.repair.LiveFiles;
import dev.coffer.engine.repair.OtherRepository;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.source.SourceProblems;
import dev.coffer.engine.source.SourceTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where {@code repair packs} may take from what the repository has lost. */
final class RecoveryOptions {

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description =
                    "Bring back data that snapshots have lost from these files, or files below this folder, if they"
                            + " still have them. May be repeated.")
    List<String> paths = new ArrayList<>();

    @Mixin
    final FromOptions from = new FromOptions();

    boolean areGiven() {
        return !paths.isEmpty() || from.isNamed();
    }

    /** What is done with the sources while they are open. */
    interface Use {
        void with(List<BlobSource> sources) throws IOException;
    }

    /** The other repository comes first, since it has trees, which lead to data. */
    void use(Session session, Repository damaged, SourceProblems problems, Use use) throws IOException {
        List<BlobSource> sources = new ArrayList<>();
        if (!paths.isEmpty()) {
            sources.add(files(damaged, problems));
        }
        if (!from.isNamed()) {
            use.with(sources);
            return;
        }
        try (Repository other = session.repositories().openOther(from);
                Closeable _ = session.lockForReading(other, Repository.Need.INDEX)) {
            other.loadIndex(ProgressListener.NONE);
            sources.addFirst(new OtherRepository(other));
            use.with(sources);
        }
    }

    private LiveFiles files(Repository damaged, SourceProblems problems) throws IOException {
        LocalFiles host = LocalFiles.host();
        SourceTree tree =
                SourceTree.of(host, Path.of("").toAbsolutePath().toString(), paths, FilterRules.NONE, problems);
        if (!tree.missing().isEmpty()) {
            throw new BadRequest("--from " + tree.missing().getFirst() + " does not exist.");
        }
        return new LiveFiles(tree, host, damaged.config().polynomial(), problems);
    }
}
