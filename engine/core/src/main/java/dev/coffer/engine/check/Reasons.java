package dev.coffer.engine.check;

import java.io.IOException;
import java.util.Objects;

/** Words for why something could not be read. */
final class Reasons {

    private Reasons() {}

    static String of(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
