package dev.coffer.engine.browse;

import java.io.IOException;
import java.util.SequencedMap;

/** A folder. */
public non-sealed interface Folder extends Entry {

    /**
     * What is in it, by name.
     *
     * @throws IOException if that cannot be read
     */
    SequencedMap<String, Entry> entries() throws IOException;
}
