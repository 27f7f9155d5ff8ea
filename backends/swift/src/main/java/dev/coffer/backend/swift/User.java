package dev.coffer.backend.swift;

import dev.coffer.backend.http.Json;

/** A user of Keystone v3. */
sealed interface User {

    Json json();

    /** An id is unique everywhere. */
    record ById(String id) implements User {
        @Override
        public Json json() {
            return Json.object("id", Json.of(id));
        }
    }

    /** A name is unique in its domain. */
    record ByName(String name, Domain domain) implements User {
        @Override
        public Json json() {
            return Json.object("name", Json.of(name)).with("domain", domain.json());
        }
    }
}
