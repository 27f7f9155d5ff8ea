/** Mounts snapshots as a file system, by libfuse. */
module dev.coffer.mount {
    requires transitive dev.coffer.engine;
    requires org.cryptomator.jfuse.api;
    requires static org.jspecify;

    exports dev.coffer.mount;
}
