package dev.coffer.engine.dump;

import dev.coffer.engine.tree.Node;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an archive front to back. For one thread at a time. */
interface ArchiveWriter {

    /** The content of a file, which comes when it is asked for. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Adds a file, directory or symbolic link.
     *
     * @param path without a slash at either end
     * @param content for files exactly {@code node.size()} bytes; for others not called
     */
    void add(String path, Node node, Content content) throws IOException;

    /** Writes the end of the archive; the stream stays open. */
    void finish() throws IOException;
}
