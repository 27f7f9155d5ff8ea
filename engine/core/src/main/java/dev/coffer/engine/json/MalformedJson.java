package dev.coffer.engine.json;

import java.io.IOException;

/** The text is not JSON, or not the JSON that was expected there. */
public final class MalformedJson extends IOException {

    private final int position;

    public MalformedJson(String problem, int position) {
        super(problem + " at byte " + position);
        this.position = position;
    }

    /** Where in the text, in bytes from its start. */
    public int position() {
        return position;
    }
}
