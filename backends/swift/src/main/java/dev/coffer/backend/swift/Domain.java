package dev.coffer.backend.swift;

import dev.coffer.backend.http.Json;

/**
 * A domain of Keystone: users and projects have names of their own in each.
 *
 * @param key whether {@code name} or {@code id} is known
 */
record Domain(String key, String value) {

    /** The one that every Keystone starts with. */
    static final Domain DEFAULT = withId("default");

    static Domain named(String name) {
        return new Domain("name", name);
    }

    static Domain withId(String id) {
        return new Domain("id", id);
    }

    Json json() {
        return Json.object(key, Json.of(value));
    }
}
