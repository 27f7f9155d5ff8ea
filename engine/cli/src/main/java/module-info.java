/** The program. A module only so that the compiler keeps it to what the engine exports; it runs on the class path. */
module dev.coffer.cli {
    requires dev.coffer.engine;
    requires dev.coffer.mount;
    requires dev.coffer.server;
    requires dev.coffer.backend.http;
    requires dev.coffer.backend.local;
    requires info.picocli;
    requires jdk.httpserver;
    requires static org.jspecify;
}
