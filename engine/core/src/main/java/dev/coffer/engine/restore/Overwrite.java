package dev.coffer.engine.restore;

/** What to do about something that stands at the target already. */
public enum Overwrite {
    /** Compare contents, write what differs, set metadata. */
    ALWAYS,
    /** Like {@link #ALWAYS}, but a file of the same size and modification time is taken to have the same content. */
    IF_CHANGED,
    /** Like {@link #ALWAYS}, but only if the snapshot holds a later modification time. */
    IF_NEWER,
    /** Leave it alone. */
    NEVER
}
