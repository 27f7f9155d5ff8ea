package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.browse.ContentFile;
import dev.coffer.engine.browse.Entry;
import dev.coffer.engine.browse.Folder;
import dev.coffer.engine.browse.Owner;
import dev.coffer.engine.browse.PathTemplate;
import dev.coffer.engine.browse.SnapshotsFolder;
import dev.coffer.engine.browse.TimeLayout;
import dev.coffer.engine.check.Finding;
import dev.coffer.engine.dump.ArchiveFormat;
import dev.coffer.engine.dump.Dumper;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.prune.PruneFixture;
import dev.coffer.engine.query.CountingMode;
import dev.coffer.engine.query.FoundNode;
import dev.coffer.engine.query.Listing;
import dev.coffer.engine.query.ListingScope;
import dev.coffer.engine.query.NameSearch;
import dev.coffer.engine.query.NameSearch.ModificationRange;
import dev.coffer.engine.query.StatisticsCollector;
import dev.coffer.engine.query.TreeComparison;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.restore.RestoreRequest;
import dev.coffer.engine.restore.Restorer;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work of commands that only read, under their locks. What they tell must be right, or else they fail. */
final class Readings {

    private Readings() {}

    static void copyFrom(Repository repository, World world) throws IOException {
        try (Repository target = World.open(world.emptyRepository(), TestRepositories.options())) {
            Works.copy(repository, target);
            assertThat(target.snapshots().listIds()).hasSize(3);
        }
    }

    static void check(Repository repository, World world) throws IOException {
        for (Finding finding : PruneFixture.findings(repository)) {
            if (finding instanceof Finding.Damage damage) {
                throw new IOException(damage.message());
            }
        }
    }

    static void restore(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        Path target = world.scratch();
        RestoreRequest request = RestoreRequest.of(tree(repository, world), target.toString());
        Works.failIfAnyIsLeft((int) new Restorer(repository, LocalFiles.host())
                .restore(request, ProgressListener.NONE)
                .errors());
        assertThat(Files.readString(target.resolve("d/deep"))).isEqualTo("deep");
    }

    private static ObjectId tree(Repository repository, World world) throws IOException {
        return repository.snapshots().load(world.snapshot).snapshot().tree();
    }

    static void dump(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dumper(repository).dump(tree(repository, world), "/d/deep", ArchiveFormat.TAR, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("deep");
    }

    static void list(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        new Listing(repository, ListingScope.EVERYTHING).list(tree(repository, world), _ -> {});
    }

    static void compare(Repository repository, World world) throws IOException {
        List<StoredSnapshot> snapshots = Works.snapshots(repository);
        repository.loadIndex(ProgressListener.NONE);
        new TreeComparison(repository, TreeComparison.Metadata.IGNORED, _ -> {})
                .compare(
                        snapshots.getFirst().snapshot().tree(),
                        snapshots.getLast().snapshot().tree());
    }

    static void count(Repository repository, World world) throws IOException {
        List<StoredSnapshot> snapshots = Works.snapshots(repository);
        repository.loadIndex(ProgressListener.NONE);
        for (CountingMode mode : CountingMode.values()) {
            new StatisticsCollector(repository)
                    .collect(
                            mode,
                            snapshots.stream()
                                    .map(stored -> stored.snapshot().tree())
                                    .toList());
        }
    }

    static void find(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        List<String> found = new ArrayList<>();
        new NameSearch(repository, PatternList.of(List.of("deep")), ModificationRange.ANY)
                .search(tree(repository, world), new NameSearch.Receiver() {
                    @Override
                    public void found(FoundNode node) {
                        found.add(node.path());
                    }

                    @Override
                    public void unreadable(String path, IOException reason) throws IOException {
                        throw reason;
                    }
                });
        assertThat(found).containsExactly("/d/deep");
    }

    static void listSnapshots(Repository repository, World world) throws IOException {
        assertThat(Works.snapshots(repository)).hasSize(3);
    }

    static void listKeys(Repository repository, World world) throws IOException {
        repository.keys().list();
    }

    static void mount(Repository repository, World world) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        var layout = new SnapshotsFolder.Layout(List.of(PathTemplate.parse("%i")), new TimeLayout(TimeLayout.RFC3339));
        Entry entry = new SnapshotsFolder(repository, SnapshotFilter.ALL, layout, new Owner(1, 2), Optional.empty());
        for (String name : List.of(world.snapshot.shortHex(), "d", "deep")) {
            entry = Optional.ofNullable(((Folder) entry).entries().get(name))
                    .orElseThrow(() -> new IOException(name + " does not exist"));
        }
        ByteBuffer content = ByteBuffer.allocate(10);
        ((ContentFile) entry).open().read(0, content);
        assertThat(new String(content.array(), 0, content.position(), StandardCharsets.UTF_8))
                .isEqualTo("deep");
    }
}
