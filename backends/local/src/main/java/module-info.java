/** Repositories in a folder. Nothing is exported: the store is found through its provider. */
module dev.coffer.backend.local {
    requires dev.coffer.backend;
    requires static org.jspecify;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.local.LocalProvider;
}
