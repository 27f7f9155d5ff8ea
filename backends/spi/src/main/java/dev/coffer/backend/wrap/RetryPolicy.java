package dev.coffer.backend.wrap;

import dev.coffer.backend.BackendException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to be patient with a store. The pause before another attempt starts at {@code first} and doubles up to
 * {@code longest}, each time varied by up to half so that many clients do not come back at once. There is always at least
 * one more attempt, however long the first one took.
 *
 * @param first pause after the first failure
 * @param longest limit of a pause
 * @param total time after which no further attempt is made
 * @param giveUp how long a file whose load failed in the end is not tried again
 */
public record RetryPolicy(Duration first, Duration longest, Duration total, Duration giveUp) {

    /** One second, doubling up to one minute, for a quarter of an hour; then peace for an hour. */
    public static RetryPolicy standard() {
        return new RetryPolicy(
                Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(1));
    }

    /**
     * The pause after the n-th failure in a row (the first is 1). A store that asks for a longer one gets it, up to a third
     * of all our patience.
     */
    Duration pause(int failures, BackendException failure, RandomGenerator random) {
        Duration own = pause(failures, random);
        Duration asked = failure instanceof BackendException.Transient passing
                ? passing.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return longer(own, shorter(asked, total.dividedBy(3)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration pause(int failures, RandomGenerator random) {
        Duration plain = first;
        for (int i = 1; i < failures && plain.compareTo(longest) < 0; i++) {
            plain = plain.multipliedBy(2);
        }
        long nanos = Math.min(plain.toNanos(), longest.toNanos());
        return Duration.ofNanos(nanos / 2 + random.nextLong(nanos + 1));
    }
}
