package dev.coffer.engine.survival;

import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;

/** Another judge of repositories beside {@link Judge}. */
interface SecondOpinion {

    /** Nobody else is asked. */
    SecondOpinion NONE = _ -> {};

    /** Fails the test if there is damage. */
    void requireSound(MemoryBackend store) throws IOException;
}
