package dev.coffer.cli;

import java.io.IOException;

/** Nobody reads our output any more, as in {@code coffer ls latest | head}: a reason to stop, not to complain. */
final class BrokenPipe extends IOException {

    BrokenPipe(IOException cause) {
        super(cause);
    }
}
