/**
 * Backup in the repository format of restic. A program opens a {@link dev.coffer.engine.repository.Repository} and hands it to
 * the packages that do the work. Exported is what programs use or what the signatures of that name; the rest is the engine's own.
 *
 * <p>File system calls and zstd are native code: start Java with
 * {@code --enable-native-access=dev.coffer.engine,com.github.luben.zstd_jni}.
 */
module dev.coffer.engine {
    requires com.github.luben.zstd_jni;
    requires transitive dev.coffer.backend;
    requires transitive dev.coffer.chunker;
    requires static transitive org.jspecify;

    exports dev.coffer.engine.archive;
    exports dev.coffer.engine.blob;
    exports dev.coffer.engine.browse;
    exports dev.coffer.engine.buffer;
    exports dev.coffer.engine.check;
    exports dev.coffer.engine.compress;
    exports dev.coffer.engine.copy;
    exports dev.coffer.engine.crypto;
    exports dev.coffer.engine.dump;
    exports dev.coffer.engine.errors;
    exports dev.coffer.engine.filter;
    exports dev.coffer.engine.fs;
    exports dev.coffer.engine.host;
    exports dev.coffer.engine.index;
    exports dev.coffer.engine.json;
    exports dev.coffer.engine.pack;
    exports dev.coffer.engine.progress;
    exports dev.coffer.engine.prune;
    exports dev.coffer.engine.query;
    exports dev.coffer.engine.recovery;
    exports dev.coffer.engine.repair;
    exports dev.coffer.engine.repository;
    exports dev.coffer.engine.restore;
    exports dev.coffer.engine.retention;
    exports dev.coffer.engine.rewrite;
    exports dev.coffer.engine.snapshot;
    exports dev.coffer.engine.source;
    exports dev.coffer.engine.store;
    exports dev.coffer.engine.text;
    exports dev.coffer.engine.tree;
    exports dev.coffer.engine.walk;
}
