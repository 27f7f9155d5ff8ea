package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import java.io.IOException;
import java.util.Set;

/** Where blobs may be had from that a repository has lost. */
public interface BlobSource {

    /** Takes what was found, from several threads at a time. */
    interface Sink {

        /**
         * A blob's content.
         *
         * @param content was compared with the id; its first {@code length} bytes count, and are the sink's until it returns
         */
        void found(BlobHandle blob, byte[] content, int length) throws IOException;
    }

    /**
     * Looks for blobs; those that are not there, or not sound, are passed over.
     *
     * @param wanted does not change meanwhile
     * @param sink may be handed the same blob more than once
     * @throws IOException the failure of the sink, or whatever ends the search
     */
    void find(Set<BlobHandle> wanted, Sink sink) throws IOException;
}
