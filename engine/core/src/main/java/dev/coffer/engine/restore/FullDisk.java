package dev.coffer.engine.restore;

import dev.coffer.engine.fs.OutOfSpaceException;
import java.io.IOException;

/** No space left at the target: nothing is gained by trying every further file. */
final class FullDisk {

    private FullDisk() {}

    /** Throws if that is the reason of a failure. */
    static void rethrow(IOException reason) throws IOException {
        if (reason instanceof OutOfSpaceException full) {
            throw new IOException(
                    "The restore stopped because there is no space left at the target: " + full.getMessage()
                            + ". Make space and run the same restore again; what is there already will not be written"
                            + " a second time.",
                    full);
        }
    }
}
