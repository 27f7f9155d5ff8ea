/** A server for restic's REST protocol, with any store behind it. */
module dev.coffer.server {
    requires transitive dev.coffer.backend;
    requires jdk.httpserver;
    requires org.bouncycastle.provider;
    requires static org.jspecify;

    exports dev.coffer.server;
}
