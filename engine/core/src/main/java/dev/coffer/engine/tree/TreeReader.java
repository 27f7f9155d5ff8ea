package dev.coffer.engine.tree;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tree blob node by node, whoever wrote it. Text that is no tree ends in {@link MalformedJson}, possibly after some
 * good nodes; oddities that do not prevent reading (order, names, types) are for the caller to judge. For one thread at a
 * time.
 */
public final class TreeReader implements AutoCloseable {

    private final InputStream source;
    private final JsonReader json;
    private final NodeReader nodes;
    private boolean started;
    private boolean finished;
    private boolean ordered = true;
    private @Nullable String lastName;

    private TreeReader(InputStream source, JsonReader json) {
        this.source = source;
        this.json = json;
        this.nodes = new NodeReader(json);
    }

    /** Reads from the given bytes, which must not change meanwhile. */
    public TreeReader(byte[] blob) {
        this(InputStream.nullInputStream(), new JsonReader(blob));
    }

    /** Reads a blob, if it is long then bit by bit. */
    public static TreeReader of(BlobContent blob) throws IOException {
        if (blob instanceof BlobContent.Plain(byte[] bytes)) {
            return new TreeReader(bytes);
        }
        InputStream source = blob.open();
        return new TreeReader(source, new JsonReader(source));
    }

    /** All nodes of a tree. */
    public static List<Node> readAll(byte[] blob) throws MalformedJson {
        List<Node> nodes = new ArrayList<>();
        TreeReader reader = new TreeReader(blob);
        for (Optional<Node> node = reader.next(); node.isPresent(); node = reader.next()) {
            nodes.add(node.get());
        }
        return nodes;
    }

    /** The next node, or empty at the end of the tree. */
    public Optional<Node> next() throws MalformedJson {
        if (!started) {
            start();
        }
        if (!finished && !json.hasNext()) {
            finish();
        }
        if (finished) {
            return Optional.empty();
        }
        Node node = nodes.read();
        ordered &= lastName == null || NativeString.compareBytes(lastName, node.name()) < 0;
        lastName = node.name();
        return Optional.of(node);
    }

    /** Whether the names read so far are in strictly ascending order, as they should be. */
    public boolean isOrdered() {
        return ordered;
    }

    /** Gives up what reading a long blob takes. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be read", e);
        }
    }

    private void start() throws MalformedJson {
        started = true;
        json.beginObject();
        while (json.hasNext()) {
            if ("nodes".equals(json.nextName())) {
                startNodes();
                return;
            }
            json.skipValue();
        }
        throw json.malformed("a tree without nodes");
    }

    /** Old programs wrote null for no nodes. */
    private void startNodes() throws MalformedJson {
        if (json.isNull()) {
            json.nextNull();
            finishObject();
        } else {
            json.beginArray();
        }
    }

    private void finish() throws MalformedJson {
        json.endArray();
        finishObject();
    }

    private void finishObject() throws MalformedJson {
        while (json.hasNext()) {
            if ("nodes".equals(json.nextName())) {
                throw json.malformed("a tree with two lists of nodes");
            }
            json.skipValue();
        }
        json.endObject();
        json.endDocument();
        finished = true;
    }
}
