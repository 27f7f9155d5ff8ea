package dev.coffer.engine.restore;

/** What became of a file, for the passes that come later. */
enum Outcome {
    /** It was, or will be, written. */
    RESTORED,
    /** Its content was right already; its metadata may not be. */
    UNCHANGED,
    /** It is not to be touched. */
    LEFT_ALONE,
    /** It could not be restored, at least not as a whole, and must not look as if it had been. */
    FAILED
}
