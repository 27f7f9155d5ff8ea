package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.CheckRequest;
import dev.coffer.engine.check.Checker;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A repository in memory with backups, each of which has packs and an index file of its own for what is new in it. */
public final class PruneFixture implements AutoCloseable {

    /** Nothing that is not needed may stay. */
    public static final PruneOptions THOROUGH =
            new PruneOptions(new UnusedLimit.Bytes(0), OptionalLong.empty(), OptionalLong.empty(), false, false);

    private final TreeFixture fixture = new TreeFixture();

    public PruneFixture() throws IOException {}

    public MemoryBackend backend() {
        return fixture.backend();
    }

    /** A snapshot of files with these contents. */
    public ObjectId backUp(String... contents) throws IOException {
        List<Node> files = new ArrayList<>();
        for (String content : contents) {
            files.add(fixture.file(content, content.getBytes(StandardCharsets.UTF_8)));
        }
        ObjectId tree = fixture.tree(files.toArray(Node[]::new));
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse("2020-01-01T00:00:00Z"), tree)
                .paths(List.of("/"))
                .hostname("host")
                .build();
        return fixture.repository().snapshots().save(snapshot);
    }

    public void forget(ObjectId snapshot) throws IOException {
        fixture.repository().snapshots().remove(snapshot);
    }

    static PrunePlan plan(Repository repository, PruneOptions options) throws IOException {
        return new PrunePlanner(repository, ProgressListener.NONE).plan(options, Set.of());
    }

    static PrunePlan plan(Backend backend, PruneOptions options) throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            return plan(repository, options);
        }
    }

    /** Prunes and returns what could not be removed. */
    static List<FileRemoval.Failure> prune(Backend backend, PruneOptions options) throws IOException {
        try (Repository repository = TestRepositories.open(backend)) {
            return new PruneExecutor(repository, ProgressListener.NONE).execute(plan(repository, options));
        }
    }

    /** What a check finds that reads everything. */
    public static List<Finding> findings(Backend backend) throws IOException {
        try (Repository repository = Repository.open(
                backend, Password.of(TestRepositories.PASSWORD), Optional.empty(), TestRepositories.options())) {
            return findings(repository);
        }
    }

    /** The same of a repository whose index is not loaded yet. */
    public static List<Finding> findings(Repository repository) throws IOException {
        List<Finding> findings = new ArrayList<>();
        new Checker(repository, findings::add, ProgressListener.NONE).check(CheckRequest.everything());
        return findings;
    }

    /** Everything that snapshots need is there and sound. */
    public static void assertSound(Backend backend) throws IOException {
        assertThat(findings(backend)).noneMatch(Finding.Damage.class::isInstance);
    }

    @Override
    public void close() throws IOException {
        fixture.close();
    }
}
