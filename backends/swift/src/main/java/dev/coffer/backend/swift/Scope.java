package dev.coffer.backend.swift;

import dev.coffer.backend.http.Json;

/** What a token of Keystone v3 is to be good for. */
sealed interface Scope {

    /** The member {@code scope} of a request for a token. */
    Json json();

    /** A project by its id. */
    record ProjectById(String id) implements Scope {
        @Override
        public Json json() {
            return Json.object("project", Json.object("id", Json.of(id)));
        }
    }

    /** A project by its name. */
    record ProjectByName(String name, Domain domain) implements Scope {
        @Override
        public Json json() {
            return Json.object("project", Json.object("name", Json.of(name)).with("domain", domain.json()));
        }
    }

    /** A domain instead of a project. */
    record WholeDomain(Domain domain) implements Scope {
        @Override
        public Json json() {
            return Json.object("domain", domain.json());
        }
    }

    /** What another user has entrusted us with. */
    record Trust(String id) implements Scope {
        @Override
        public Json json() {
            return Json.object("OS-TRUST:trust", Json.object("id", Json.of(id)));
        }
    }

    /** Whatever is the default for the user. */
    enum Unscoped implements Scope {
        UNSCOPED;

        @Override
        public Json json() {
            return Json.Word.NULL;
        }
    }
}
