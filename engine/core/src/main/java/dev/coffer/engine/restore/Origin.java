package dev.coffer.engine.restore;

/** Whether something of an entry stood at the target before. */
enum Origin {
    /** It is made by this restore. Nothing is in such a directory but what this restore put there. */
    NEW,
    EXISTING
}
