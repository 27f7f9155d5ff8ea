package dev.coffer.engine.restore;

import dev.coffer.engine.tree.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory on the way from the root to where a pass is.
 *
 * @param <S> what the pass knows about a directory that it needs
 */
final class Level<S> {

    private final @Nullable Level<S> parent;
    private final String path;
    private final Optional<Node> node;
    private final Set<String> names = new HashSet<>();
    private @Nullable S state;
    private boolean unreadable;

    Level(@Nullable Level<S> parent, String path, Optional<Node> node) {
        this.parent = parent;
        this.path = path;
        this.node = node;
    }

    Optional<Level<S>> parent() {
        return Optional.ofNullable(parent);
    }

    String path() {
        return path;
    }

    /** Empty for the root. */
    Optional<Node> node() {
        return node;
    }

    /** Set once something is to be restored here. */
    @Nullable
    S state() {
        return state;
    }

    void need(S newState) {
        state = newState;
    }

    /** The names of all nodes seen here so far, restored or not, if the pass keeps them. */
    Set<String> names() {
        return names;
    }

    boolean unreadable() {
        return unreadable;
    }

    void markUnreadable() {
        unreadable = true;
    }
}
