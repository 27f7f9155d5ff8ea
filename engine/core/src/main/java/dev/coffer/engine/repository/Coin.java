package dev.coffer.engine.repository;

import java.security.SecureRandom;

/** A coin that nobody can foresee. Safe for use by any number of threads. */
final class Coin {

    private final SecureRandom random = new SecureRandom();

    /** Tosses that were drawn together, as drawing takes longer than most of what is done with them. */
    private long drawn;

    private int left;

    synchronized boolean toss() {
        if (left == 0) {
            drawn = random.nextLong();
            left = Long.SIZE;
        }
        left--;
        return (drawn >>> left & 1) != 0;
    }
}
