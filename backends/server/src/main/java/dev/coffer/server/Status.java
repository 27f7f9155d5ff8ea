package dev.coffer.server;

import dev.coffer.backend.BackendException;

/** The HTTP statuses that this server answers with. */
final class Status {

    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int BAD_RANGE = 416;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;
    static final int FULL = 507;

    private Status() {}

    /** What a failure of the store looks like to clients. */
    static int of(BackendException failure) {
        return switch (failure) {
            case BackendException.Missing _ -> NOT_FOUND;
            case BackendException.Denied _ -> FORBIDDEN;
            case BackendException.Full _ -> FULL;
            case BackendException.Transient _ -> UNAVAILABLE;
            case BackendException.Rejected _, BackendException.Truncated _ -> FAILED;
        };
    }

    /** The usual name of an error. */
    static String words(int status) {
        return switch (status) {
            case BAD_REQUEST -> "Bad Request";
            case UNAUTHORIZED -> "Unauthorized";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "Not Found";
            case METHOD_NOT_ALLOWED -> "Method Not Allowed";
            case BAD_RANGE -> "Range Not Satisfiable";
            case UNAVAILABLE -> "Service Unavailable";
            case FULL -> "Insufficient Storage";
            default -> "Internal Server Error";
        };
    }
}
