package dev.coffer.engine.repository;

/** What can be said about the holder of a lock. */
public enum LockStanding {
    /** It may be at work. */
    HELD(false, false),
    /** No process of its number runs on the host of this name; but containers may share the name, and not the numbers. */
    NOT_SEEN(true, false),
    /** Its process runs, but has not refreshed the lock for long. */
    STUCK(true, false),
    /** Its process has ended. */
    GONE(true, true),
    /** Nothing is known of its process, but it has not refreshed the lock for so long that it must have stopped its work. */
    SILENT(true, true);

    private final boolean stale;
    private final boolean dead;

    LockStanding(boolean stale, boolean dead) {
        this.stale = stale;
        this.dead = dead;
    }

    /** Whether somebody who asks for it may have the lock removed, as by restic's rules. */
    public boolean stale() {
        return stale;
    }

    /** Whether there is proof that nobody holds it, so that it need not be in the way of anybody. */
    public boolean dead() {
        return dead;
    }
}
