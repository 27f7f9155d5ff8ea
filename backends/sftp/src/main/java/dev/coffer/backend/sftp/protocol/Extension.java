package dev.coffer.backend.sftp.protocol;

/** Requests beyond the protocol's own; a server names those that it knows. */
final class Extension {

    static final String POSIX_RENAME = "posix-rename@openssh.com";
    static final String FSYNC = "fsync@openssh.com";
    static final String SPACE = "statvfs@openssh.com";
    static final String LIMITS = "limits@openssh.com";

    private Extension() {}
}
