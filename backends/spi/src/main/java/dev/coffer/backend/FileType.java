package dev.coffer.backend;

/** The six kinds of file a restic repository is made of. */
public enum FileType {
    CONFIG("config"),
    KEY("keys"),
    LOCK("locks"),
    SNAPSHOT("snapshots"),
    INDEX("index"),
    PACK("data");

    private final String directory;

    FileType(String directory) {
        this.directory = directory;
    }

    /** Name of the folder (or key prefix) that holds files of this type; for {@link #CONFIG} the file's own name. */
    public String directory() {
        return directory;
    }
}
