package dev.coffer.engine.tree;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.text.NativeString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a tree blob from the nodes of one directory, sorted by the bytes of their names. For one thread at a time. */
public final class TreeWriter {

    private final JsonWriter json;
    private final NodeWriter nodes;
    private @Nullable Node last;

    public TreeWriter() {
        this(new JsonWriter().beginObject().name("nodes").beginArray(), null);
    }

    private TreeWriter(JsonWriter json, @Nullable Node last) {
        this.json = json;
        this.nodes = new NodeWriter(json);
        this.last = last;
    }

    /** A writer that can go on independently from here. */
    public TreeWriter copy() {
        return new TreeWriter(json.copy(), last);
    }

    /** The blob of a directory with these nodes. */
    public static byte[] write(List<Node> nodes) throws UnorderedNode {
        TreeWriter writer = new TreeWriter();
        for (Node node : nodes) {
            writer.add(node);
        }
        return writer.finish();
    }

    /**
     * Adds the next node. The same node twice in a row (a directory may list an entry twice while it changes) counts once.
     *
     * @throws UnorderedNode if its name does not come after that of the node before
     */
    public void add(Node node) throws UnorderedNode {
        if (last != null) {
            int order = NativeString.compareBytes(last.name(), node.name());
            if (order == 0 && last.equals(node)) {
                return;
            }
            if (order >= 0) {
                throw new UnorderedNode(order == 0 ? duplicate(node) : disorder(last, node));
            }
        }
        nodes.write(node);
        last = node;
    }

    private static String duplicate(Node node) {
        return "cannot store a directory with two different entries of the name " + GoQuote.quote(node.name());
    }

    private static String disorder(Node last, Node node) {
        return "cannot store " + GoQuote.quote(node.name()) + " after " + GoQuote.quote(last.name())
                + ": the entries of a directory must be sorted by the bytes of their names";
    }

    /** Ends the tree; the writer is of no use afterwards. */
    public byte[] finish() {
        end();
        return json.toBytes();
    }

    /** As {@link #finish}, without a copy: the blob are the first {@link #length} bytes of {@link #buffer}. */
    public void end() {
        json.endArray().endObject().newline();
    }

    /** The writer's own memory. */
    public byte[] buffer() {
        return json.buffer();
    }

    /** Forgets the bytes so far, once they have been taken elsewhere, and goes on behind them. */
    public void drain() {
        json.drain();
    }

    /** Number of bytes so far, since the last {@link #drain}. */
    public int length() {
        return json.size();
    }
}
