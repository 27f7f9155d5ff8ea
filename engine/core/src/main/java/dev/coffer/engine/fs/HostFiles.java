package dev.coffer.engine.fs;

/** Chooses the implementation once. The system property {@code coffer.files=nio} forces the portable one. */
final class HostFiles {

    static final LocalFiles INSTANCE = choose();

    private HostFiles() {}

    private static LocalFiles choose() {
        boolean portable = "nio".equals(System.getProperty("coffer.files"));
        return portable || Machine.current().isEmpty() ? new NioFiles() : new LinuxFiles();
    }
}
