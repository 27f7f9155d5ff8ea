/** HTTP for stores: settings that all of them share, and requests whose failures are those of a store. */
module dev.coffer.backend.http {
    requires transitive dev.coffer.backend;
    requires transitive java.net.http;
    requires static org.jspecify;

    exports dev.coffer.backend.http;
}
