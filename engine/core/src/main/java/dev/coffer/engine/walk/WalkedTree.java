package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.tree.TreeReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory in the middle of a walk: reads its nodes some way ahead and has the trees among them loaded. */
final class WalkedTree implements AutoCloseable {

    /** Nodes read before they are visited. */
    private static final int NODES_AHEAD = 32;

    /** Trees on their way for one directory; the rest of the common limit is left to those deeper down. */
    private static final int TREES_AHEAD = 8;

    private static final BlobContent NOTHING = new BlobContent.Plain(new byte[0]);

    private final String path;
    private final Optional<Node> directory;
    private final BlobContent blob;
    private final TreesAhead ahead;
    private final TreeReader reader;
    private final Deque<PendingNode> pending = new ArrayDeque<>();
    private Optional<? extends IOException> failure;
    private boolean ended;
    private int visited;
    private @Nullable Node last;
    private @Nullable Set<String> names;

    private WalkedTree(
            String path,
            Optional<Node> directory,
            BlobContent blob,
            TreesAhead ahead,
            Optional<? extends IOException> failure)
            throws IOException {
        this.path = path;
        this.directory = directory;
        this.blob = blob;
        this.ahead = ahead;
        this.failure = failure;
        this.ended = failure.isPresent();
        this.reader = TreeReader.of(blob);
    }

    /**
     * A directory about to be walked.
     *
     * @param directory its node; empty for the root
     */
    static WalkedTree of(String path, Optional<Node> directory, BlobContent blob, TreesAhead ahead) throws IOException {
        return new WalkedTree(path, directory, blob, ahead, Optional.empty());
    }

    /** A directory whose blob is not there; it counts as empty, after the reason was thrown once. */
    static WalkedTree unreadable(String path, Optional<Node> directory, TreesAhead ahead, IOException reason)
            throws IOException {
        return new WalkedTree(path, directory, NOTHING, ahead, Optional.of(reason));
    }

    String path() {
        return path;
    }

    Optional<Node> directory() {
        return directory;
    }

    /** The next node, or empty at the end. What makes the tree unreadable is thrown once, after the nodes before it. */
    Optional<PendingNode> next() throws IOException {
        if (pending.isEmpty()) {
            readAhead();
        }
        PendingNode next = pending.pollFirst();
        if (next == null && failure.isPresent()) {
            IOException reason = failure.get();
            failure = Optional.empty();
            throw reason;
        }
        return Optional.ofNullable(next);
    }

    private void readAhead() {
        try {
            while (!ended && pending.size() < NODES_AHEAD) {
                Optional<Node> node = reader.next();
                node.ifPresent(found -> pending.addLast(new PendingNode(found, ahead)));
                ended = node.isEmpty();
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            ended = true;
        }
        loadAhead();
    }

    /** Has the next directories loaded, as far as the limits permit. */
    void loadAhead() {
        int running = 0;
        for (PendingNode node : pending) {
            if (running < TREES_AHEAD && node.node().type() == NodeType.DIR && node.loadAhead()) {
                running++;
            }
        }
    }

    /** Whether a node that was visited before had this name. Names ascend in a sound tree, so that this costs nothing. */
    boolean isRepeated(Node node) throws IOException {
        visited++;
        Node before = last;
        last = node;
        if (names == null && (before == null || NativeString.compareBytes(before.name(), node.name()) < 0)) {
            return false;
        }
        if (names == null) {
            names = namesOfFirst(visited - 1);
        }
        return !names.add(node.name());
    }

    private Set<String> namesOfFirst(int count) throws IOException {
        Set<String> found = new HashSet<>();
        try (TreeReader again = TreeReader.of(blob)) {
            for (int i = 0; i < count; i++) {
                again.next().ifPresent(node -> found.add(node.name()));
            }
        }
        return found;
    }

    /** Gives up what was read ahead and what reading takes. */
    @Override
    public void close() {
        reader.close();
        pending.forEach(PendingNode::discard);
    }
}
