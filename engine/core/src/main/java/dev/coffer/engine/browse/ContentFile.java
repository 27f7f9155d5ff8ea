package dev.coffer.engine.browse;

import java.io.IOException;

/** A regular file. */
public non-sealed interface ContentFile extends Entry {

    /**
     * Gets ready to read it.
     *
     * @throws IOException if the repository has lost a part of it
     */
    OpenContent open() throws IOException;
}
