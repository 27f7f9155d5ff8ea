/** Repositories behind rclone. Nothing is exported: the store is found through its provider. */
module dev.coffer.backend.rclone {
    requires dev.coffer.backend;
    requires dev.coffer.backend.http;
    requires dev.coffer.backend.rest;
    requires static org.jspecify;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.rclone.RcloneProvider;
}
