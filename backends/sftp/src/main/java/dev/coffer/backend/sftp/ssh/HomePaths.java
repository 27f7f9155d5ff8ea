package dev.coffer.backend.sftp.ssh;

import java.nio.file.Path;

/** Paths that start with the user's folder. */
final class HomePaths {

    private HomePaths() {}

    /** The text with a leading {@code ~/} replaced. */
    static String expand(String text, Path home) {
        return text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
    }
}
