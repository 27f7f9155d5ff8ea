package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobContent;
import java.io.IOException;

/** A tree blob that may be loading already. Either taken or discarded, by the walking thread. */
interface PromisedTree {

    BlobContent take() throws IOException;

    void discard();
}
