package dev.coffer.backend;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to a store that failed. Each subtype is a different reaction: {@link Missing} may be expected,
 * {@link Denied} and {@link Rejected} are not worth another attempt, {@link Truncated} means damage or a range beyond
 * the end, {@link Full} asks for space, {@link Transient} for patience.
 */
public abstract sealed class BackendException extends IOException {

    private BackendException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether another attempt at the same request may succeed. */
    public boolean retryable() {
        return this instanceof Transient;
    }

    /** The file (or the whole repository location) does not exist. */
    public static final class Missing extends BackendException {
        public Missing(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The store refused for lack of permission or because of wrong credentials. */
    public static final class Denied extends BackendException {
        public Denied(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The store cannot do what was asked, and asking again will not help. */
    public static final class Rejected extends BackendException {
        public Rejected(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A file is shorter than the range that was asked for. */
    public static final class Truncated extends BackendException {
        public Truncated(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** There is no space left for the file. */
    public static final class Full extends BackendException {
        public Full(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Anything that may pass: a lost connection, a time-out, an overloaded or faulty store. */
    public static final class Transient extends BackendException {

        private final @Nullable Duration retryAfter;

        public Transient(String message, @Nullable Throwable cause) {
            super(message, cause);
            this.retryAfter = null;
        }

        /** The store has said how long it wants to be left alone. */
        public Transient(String message, @Nullable Throwable cause, Duration retryAfter) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        /** How long from the failure on the store wants to be left alone, if it has said so. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }
}
