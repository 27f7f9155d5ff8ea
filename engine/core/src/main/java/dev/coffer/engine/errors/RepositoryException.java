package dev.coffer.engine.errors;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which work on a repository can end badly. Each subtype is a different reaction of the user, and an exit
 * code of the program; the message says what was attempted, on what, why it failed, and what to do next.
 */
public abstract sealed class RepositoryException extends IOException {

    private RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** There is no repository at the location (exit code 10). */
    public static final class RepositoryNotFound extends RepositoryException {
        public RepositoryNotFound(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A new repository was asked for where there is one already. */
    public static final class RepositoryExists extends RepositoryException {
        public RepositoryExists(String message) {
            super(message, null);
        }
    }

    /** No key of the repository opens with the password (exit code 12). */
    public static final class WrongPassword extends RepositoryException {
        public WrongPassword(String message) {
            super(message, null);
        }
    }

    /** Another process holds a lock that excludes the one needed, or ours was lost (exit code 11). */
    public static final class RepositoryLocked extends RepositoryException {
        public RepositoryLocked(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Stored bytes are not what was once written: wrong hash, failed authentication, broken structure. */
    public static final class CorruptData extends RepositoryException {
        public CorruptData(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A blob that something refers to is in no pack. */
    public static final class MissingBlob extends RepositoryException {
        public MissingBlob(String message) {
            super(message, null);
        }
    }

    /** The repository is of a version or uses a feature this program does not know. */
    public static final class UnsupportedFormat extends RepositoryException {
        public UnsupportedFormat(String message) {
            super(message, null);
        }
    }

    /** What the user asked for does not exist or makes no sense, such as an unknown or ambiguous snapshot. */
    public static final class BadRequest extends RepositoryException {
        public BadRequest(String message) {
            super(message, null);
        }
    }
}
