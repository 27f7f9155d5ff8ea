package dev.coffer.engine.archive;

import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.text.NativeString;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** A folder of the parent snapshot, read in step with the same folder of the source. Used by one thread. */
final class ParentTree implements AutoCloseable {

    private static final byte[] NO_NODES = "{\"nodes\":[]}".getBytes(StandardCharsets.UTF_8);

    private final TreeReader reader;
    private final Consumer<MalformedJson> damage;

    /** What was read last. */
    private Optional<Node> next;

    private long position;
    private boolean damaged;

    /** @param damage told if the tree ends early because it is damaged */
    ParentTree(TreeReader reader, Consumer<MalformedJson> damage) {
        this.reader = reader;
        this.damage = damage;
        this.next = read();
    }

    /** A folder that the parent does not have. */
    static ParentTree none() {
        return new ParentTree(new TreeReader(NO_NODES), _ -> {});
    }

    /** A folder that the parent has, but of which nothing can be told. */
    static ParentTree unreadable() {
        ParentTree tree = none();
        tree.damaged = true;
        return tree;
    }

    /**
     * The node of this name, if there is one. Names must be asked for in ascending order; in a tree that is not sorted some
     * will not be found.
     */
    Optional<Node> find(String name) {
        while (next.isPresent()) {
            int order = NativeString.compareBytes(next.get().name(), name);
            if (order >= 0) {
                return order == 0 ? next : Optional.empty();
            }
            next();
        }
        return Optional.empty();
    }

    /** How many nodes there are before the one found last. */
    long position() {
        return position;
    }

    /** How many nodes there are, or {@link TreeStep#NOWHERE} if that cannot be told. Ends the reading. */
    long count() {
        while (next.isPresent()) {
            next();
        }
        return damaged ? TreeStep.NOWHERE : position;
    }

    private void next() {
        next = read();
        position++;
    }

    @Override
    public void close() {
        reader.close();
    }

    private Optional<Node> read() {
        try {
            return reader.next();
        } catch (MalformedJson e) {
            damaged = true;
            damage.accept(e);
            return Optional.empty();
        }
    }
}
