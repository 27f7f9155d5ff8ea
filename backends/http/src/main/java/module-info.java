/** HTTP for stores: settings that all of them share, and requests whose failures are those of a store. */
@SuppressWarnings("requires-automatic") // Apache HttpClient has no module descriptors yet
module dev.coffer.backend.http {
    requires transitive dev.coffer.backend;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static org.jspecify;

    exports dev.coffer.backend.http;
}
