package dev.coffer.engine.archive;

import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.LendingBackend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.TroubledFiles;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A folder to be backed up to a repository in memory, and everything that was told meanwhile. */
final class BackupFixture implements AutoCloseable {

    final FaultyBackend backend = new FaultyBackend(new MemoryBackend());

    /** Begins the files for packs. */
    final LendingBackend lending = new LendingBackend(backend);

    final Repository repository;
    final Path folder;
    final TroubledFiles files = new TroubledFiles();
    final Queue<ProgressEvent> events = new ConcurrentLinkedQueue<>();

    /** Is told every event as well. */
    ProgressListener listener = ProgressListener.NONE;

    BackupFixture(Path temp) throws IOException {
        repository = TestRepositories.init(lending);
        folder = Files.createDirectory(temp.resolve("source"));
    }

    Path write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    Path write(String path, String content) throws IOException {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    static SnapshotLabels labels() {
        HostIdentity host = new HostIdentity("host", "user", 1, 2, 3);
        return new SnapshotLabels(
                OffsetDateTime.now(ZoneId.systemDefault()), host, List.of(), List.of(), "coffer test");
    }

    /** The content of the folder, at the root of the snapshot. */
    BackupRequest request() {
        return request(".");
    }

    BackupRequest request(String... targets) {
        return request(FilterRules.NONE, targets);
    }

    BackupRequest request(FilterRules rules, String... targets) {
        return BackupRequest.of(new BackupSource.Targets(List.of(targets), folder.toString(), rules), labels());
    }

    BackupSummary backup() throws IOException {
        return backup(request());
    }

    BackupSummary backup(BackupRequest request) throws IOException {
        events.clear();
        return new Archiver(repository, files.files(), this::note).backup(request);
    }

    private void note(ProgressEvent event) {
        events.add(event);
        listener.on(event);
    }

    Snapshot snapshot(BackupSummary summary) throws IOException {
        return repository.snapshots().load(summary.snapshot().orElseThrow()).snapshot();
    }

    ObjectId tree(BackupSummary summary) throws IOException {
        return snapshot(summary).tree();
    }

    List<Node> nodes(ObjectId tree) throws IOException {
        return TreeReader.readAll(repository.blobs().load(BlobHandle.tree(tree)));
    }

    List<String> names(ObjectId tree) throws IOException {
        return nodes(tree).stream().map(Node::name).toList();
    }

    Node node(BackupSummary summary, String path) throws IOException {
        ObjectId tree = tree(summary);
        String[] names = path.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            tree = Objects.requireNonNull(child(tree, names[i]).subtree());
        }
        return child(tree, names[names.length - 1]);
    }

    private Node child(ObjectId tree, String name) throws IOException {
        return nodes(tree).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    byte[] content(Node file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (ObjectId blob : Objects.requireNonNull(file.content())) {
            content.writeBytes(repository.blobs().load(BlobHandle.data(blob)));
        }
        return content.toByteArray();
    }

    String text(BackupSummary summary, String path) throws IOException {
        return new String(content(node(summary, path)), StandardCharsets.UTF_8);
    }

    /** What was reported, as {@code item: message}, with items relative to the folder. */
    List<String> problems() {
        return events.stream()
                .filter(ProgressEvent.Problem.class::isInstance)
                .map(ProgressEvent.Problem.class::cast)
                .map(problem -> problem.item().replace(folder + "/", "") + ": " + problem.message())
                .toList();
    }

    List<String> notices() {
        return events.stream()
                .filter(ProgressEvent.Notice.class::isInstance)
                .map(ProgressEvent.Notice.class::cast)
                .map(ProgressEvent.Notice::message)
                .toList();
    }

    /** What became of files and folders, as {@code CHANGE path}, sorted. */
    List<String> changes() {
        return events.stream()
                .filter(ProgressEvent.Saved.class::isInstance)
                .map(ProgressEvent.Saved.class::cast)
                .map(saved -> saved.change() + " " + saved.path())
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        repository.close();
    }
}
