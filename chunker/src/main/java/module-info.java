/** Content-defined chunking, byte-exact with restic. Needs nothing but the JDK. */
module dev.coffer.chunker {
    requires static transitive org.jspecify;

    exports dev.coffer.chunker;
}
