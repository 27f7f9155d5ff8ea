package dev.coffer.backend.swift;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.HttpAnswer;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.ObjectNames;
import java.io.IOException;
import java.util.Optional;

/** The container that holds a repository. */
record SwiftContainer(SwiftClient client, String name) {

    /** @throws BackendException.Missing if there is none */
    void require() throws IOException {
        if (!exists()) {
            throw new BackendException.Missing(
                    "there is no container " + name + " in this account of Swift (init creates it)", null);
        }
    }

    /**
     * Creates it if there is none.
     *
     * @param policy how a new one is to be stored; the account's default if it is not named
     */
    void create(Optional<String> policy) throws IOException {
        if (exists()) {
            return;
        }
        try (HttpAnswer answer = client.send("create container " + name, path(), uri -> {
            HttpCall put = HttpCall.of("PUT", uri);
            return policy.map(wanted -> put.header("X-Storage-Policy", wanted)).orElse(put);
        })) {
            SwiftFailures.check(answer);
            answer.discard();
        }
    }

    /**
     * By the start of a listing: Swift answers to HEAD with a status that promises no content and with the length of the
     * content there would be, which the JDK's client takes for nonsense.
     */
    private boolean exists() throws IOException {
        String start = path() + "?format=json&limit=1";
        try (HttpAnswer answer = client.send("find container " + name, start, HttpCall::get)) {
            if (answer.status() == 404) {
                return false;
            }
            SwiftFailures.check(answer);
            answer.discard();
            return true;
        }
    }

    /** Its part of a URL. */
    String path() {
        return "/" + ObjectNames.encode(name);
    }
}
