/** Repositories on REST servers. Exported is only what the store behind rclone is made of. */
module dev.coffer.backend.rest {
    requires transitive dev.coffer.backend;
    requires transitive dev.coffer.backend.http;
    requires static org.jspecify;

    exports dev.coffer.backend.rest;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.rest.RestProvider;
}
