package dev.coffer.engine.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressEvent.Problem;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeBuilder;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Trees made by hand, a real directory to restore them to, and everything that was reported. */
final class RestoreFixture implements AutoCloseable {

    static final OffsetDateTime THEN = OffsetDateTime.parse("2020-02-03T04:05:06.123456789Z");

    final TreeFixture trees = new TreeFixture();
    final LocalFiles files = LocalFiles.host();
    final Path target;
    final Queue<ProgressEvent> events = new ConcurrentLinkedQueue<>();
    private final FileStat owner;

    RestoreFixture(Path folder) throws IOException {
        target = folder.resolve("target");
        owner = files.stat(folder.toString());
    }

    /** A node with the owner that files of this process have, so that ordinary users can restore it. */
    NodeBuilder node(String name, NodeType type, int mode) {
        return Node.builder(name, type)
                .mode(mode)
                .uid(owner.uid())
                .gid(owner.gid())
                .mtime(THEN)
                .atime(THEN)
                .ctime(THEN);
    }

    Node file(String name, byte[]... pieces) throws IOException {
        Node plain = trees.file(name, pieces);
        return node(name, NodeType.FILE, 0640)
                .links(1)
                .size(plain.size())
                .content(Objects.requireNonNull(plain.content()))
                .build();
    }

    Node file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Node dir(String name, Node... nodes) throws IOException {
        return node(name, NodeType.DIR, 0x8000_0000 | 0750).subtree(tree(nodes)).build();
    }

    Node symlink(String name, String to) {
        return node(name, NodeType.SYMLINK, 0x0800_01FF).linkTarget(to).links(1).build();
    }

    ObjectId tree(Node... nodes) throws IOException {
        return trees.tree(nodes);
    }

    RestoreRequest request(Node... nodes) throws IOException {
        return RestoreRequest.of(tree(nodes), target.toString());
    }

    RestoreSummary restore(Node... nodes) throws IOException {
        return restore(request(nodes));
    }

    RestoreSummary restore(RestoreRequest request, RestoreOption... options) throws IOException {
        return restore(request, files, options);
    }

    RestoreSummary restore(RestoreRequest request, LocalFiles through, RestoreOption... options) throws IOException {
        events.clear();
        return new Restorer(trees.repository(), through).restore(request.withOptions(Set.of(options)), events::add);
    }

    /** What was reported, as {@code item: message}. */
    List<String> problems() {
        return events.stream()
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .map(problem -> problem.item() + ": " + problem.message())
                .sorted()
                .toList();
    }

    /** What was done, as {@code ACTION path}. */
    List<String> actions() {
        return events.stream()
                .filter(ProgressEvent.Restored.class::isInstance)
                .map(ProgressEvent.Restored.class::cast)
                .map(event -> event.action() + " " + event.path())
                .sorted()
                .toList();
    }

    String text(String path) throws IOException {
        return Files.readString(target.resolve(path));
    }

    Path write(String path, String text) throws IOException {
        Path file = target.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    FileStat stat(String path) throws IOException {
        return files.stat(target.resolve(path).toString());
    }

    void setTime(String path, Instant time) throws IOException {
        files.setTimes(target.resolve(path).toString(), time, time);
    }

    /** All entries below the target, sorted. */
    List<String> listing() throws IOException {
        try (Stream<Path> entries = Files.walk(target)) {
            return entries.filter(path -> !path.equals(target))
                    .map(path -> target.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        trees.close();
    }
}
