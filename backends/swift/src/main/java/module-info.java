/** Repositories in a container of OpenStack Swift. Nothing is exported: the store is found through its provider. */
module dev.coffer.backend.swift {
    requires dev.coffer.backend;
    requires dev.coffer.backend.http;
    requires static org.jspecify;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.swift.SwiftProvider;
}
