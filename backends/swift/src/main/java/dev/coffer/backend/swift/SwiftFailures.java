package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.HttpAnswer;
import java.io.IOException;

/** What Swift means by its answers, where that is not what everybody means. */
final class SwiftFailures {

    private SwiftFailures() {}

    /** Goes on if the answer is one of success. */
    static void check(HttpAnswer answer) throws IOException {
        if (!answer.ok()) {
            throw explain(answer.status(), answer.failure());
        }
    }

    private static BackendException explain(int status, BackendException usual) {
        String message = String.valueOf(usual.getMessage());
        return switch (status) {
            case 401 ->
                new BackendException.Denied(message + "; the token is not accepted, and neither is a new one", usual);
            case 409 -> new BackendException.Transient(message, usual);
            case 413 -> message.contains("quota") ? new BackendException.Full(message, usual) : usual;
            case 422 ->
                new BackendException.Transient(message + "; the bytes that arrived have another checksum", usual);
            case 498 -> new BackendException.Transient(message, usual);
            default -> usual;
        };
    }
}
