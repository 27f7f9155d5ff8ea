package dev.coffer.engine.walk;

import java.io.IOException;

/** A tree blob that may be loading already. Either taken or discarded, by the walking thread. */
interface PromisedTree {

    byte[] take() throws IOException;

    void discard();
}
