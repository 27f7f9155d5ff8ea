package dev.coffer.engine.restore;

import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.util.Optional;

/**
 * What a pass does about what is selected.
 *
 * @param <S> what it knows about a directory
 */
interface Pass<S> {

    /**
     * A directory is needed, because it or something in it is selected. Comes once, before everything in it, and after its
     * parent.
     *
     * @return empty if it cannot be used; nothing in it will be visited then
     */
    Optional<S> enter(Level<S> level, Optional<S> parent) throws IOException;

    /** A selected node that is no directory. */
    void node(Level<S> level, S folder, String path, Node node) throws IOException;

    /** A directory that was entered, after everything in it. */
    void leave(Level<S> level, S folder) throws IOException;
}
