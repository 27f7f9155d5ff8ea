package dev.coffer.engine.fs;

/** Chooses the implementation once. */
final class HostFiles {

    static final LocalFiles INSTANCE = choose();

    private HostFiles() {}

    private static LocalFiles choose() {
        throw new UnsupportedOperationException("written next");
    }
}
