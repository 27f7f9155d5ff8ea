/** Repositories in a bucket of Backblaze B2. Nothing is exported: the store is found through its provider. */
@SuppressWarnings("module") // the digit is part of the name
module dev.coffer.backend.b2 {
    requires dev.coffer.backend;
    requires dev.coffer.backend.http;
    requires static org.jspecify;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.b2.B2Provider;
}
