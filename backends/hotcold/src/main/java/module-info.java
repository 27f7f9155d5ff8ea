/** Repositories in two stores, a fast and a cheap one. Nothing is exported: the store is found through its provider. */
module dev.coffer.backend.hotcold {
    requires dev.coffer.backend;
    requires static org.jspecify;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.hotcold.HotColdProvider;
}
