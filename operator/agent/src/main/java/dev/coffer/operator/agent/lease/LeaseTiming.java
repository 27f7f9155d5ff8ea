package dev.coffer.operator.agent.lease;

import java.time.Duration;

/**
 * The times of a lease.
 *
 * @param duration after so long without renewal it is free
 * @param renewal how often it is renewed
 * @param retry how often those who wait look at it
 */
record LeaseTiming(Duration duration, Duration renewal, Duration retry) {

    static final LeaseTiming STANDARD =
            new LeaseTiming(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
}
