/** Repositories in a folder. Found through its provider, like every store; the program has it at hand, to start fast. */
module dev.coffer.backend.local {
    requires transitive dev.coffer.backend;
    requires static org.jspecify;

    exports dev.coffer.backend.local;

    provides dev.coffer.backend.BackendProvider with
            dev.coffer.backend.local.LocalProvider;
}
