package dev.coffer.backend.swift;

import dev.coffer.backend.http.Json;
import dev.coffer.backend.http.Secret;

/** How Keystone v3 is told who we are. */
sealed interface Identity {

    /** The member {@code identity} of a request for a token; holds secrets. */
    Json json();

    /** Whether the credentials themselves say to which project they belong, so that none may be asked for. */
    default boolean fixesScope() {
        return false;
    }

    private static Json method(String name, Json parameters) {
        return Json.object("methods", Json.array(Json.of(name))).with(name, parameters);
    }

    /** A user and a password. */
    record Password(User user, Secret password) implements Identity {
        @Override
        public Json json() {
            return method("password", Json.object("user", user.json().with("password", Json.of(password.value()))));
        }
    }

    /** A token from an earlier login, which gives another one. */
    record Token(Secret token) implements Identity {
        @Override
        public Json json() {
            return method("token", Json.object("id", Json.of(token.value())));
        }
    }

    /** An application credential by its id. */
    record CredentialById(String id, Secret secret) implements Identity {
        @Override
        public Json json() {
            return method(
                    "application_credential", Json.object("id", Json.of(id)).with("secret", Json.of(secret.value())));
        }

        @Override
        public boolean fixesScope() {
            return true;
        }
    }

    /** An application credential by its name, which is unique for its user. */
    record CredentialByName(String name, Secret secret, User user) implements Identity {
        @Override
        public Json json() {
            return method(
                    "application_credential",
                    Json.object("name", Json.of(name))
                            .with("secret", Json.of(secret.value()))
                            .with("user", user.json()));
        }

        @Override
        public boolean fixesScope() {
            return true;
        }
    }
}
