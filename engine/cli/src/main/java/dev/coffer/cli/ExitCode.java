package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.MissingBlob;
import dev.coffer.engine.errors.RepositoryException.RepositoryExists;
import dev.coffer.engine.errors.RepositoryException.RepositoryLocked;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.errors.RepositoryException.WrongPassword;

/** How the program tells scripts what happened. The numbers are restic's. */
enum ExitCode {
    OK(0),
    FAILURE(1),
    /** The work was done, but some of the data could not be dealt with. */
    INCOMPLETE(3),
    NO_REPOSITORY(10),
    LOCKED(11),
    WRONG_PASSWORD(12),
    INTERRUPTED(130),
    /** Whoever read our output has gone; what a shell reports for programs that are ended by this. */
    BROKEN_PIPE(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Throwable failure) {
        return switch (failure) {
            case RepositoryException e -> ofRepository(e);
            case BrokenPipe _ -> BROKEN_PIPE;
            default -> FAILURE;
        };
    }

    private static ExitCode ofRepository(RepositoryException failure) {
        return switch (failure) {
            case RepositoryNotFound _ -> NO_REPOSITORY;
            case RepositoryLocked _ -> LOCKED;
            case WrongPassword _ -> WRONG_PASSWORD;
            case RepositoryExists _, CorruptData _, MissingBlob _, UnsupportedFormat _, BadRequest _ -> FAILURE;
        };
    }
}
