/**
 * What a store must do to hold a repository, and decorators for every store. A module with a store {@code provides} a
 * {@link dev.coffer.backend.BackendProvider}; the class path knows it by {@code META-INF/services}. Needs nothing but the JDK.
 */
module dev.coffer.backend {
    requires static transitive org.jspecify;

    exports dev.coffer.backend;
    exports dev.coffer.backend.memory;
    exports dev.coffer.backend.wrap;

    uses dev.coffer.backend.BackendProvider;
}
