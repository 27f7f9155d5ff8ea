package dev.coffer.backend.rest;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What statuses mean here beyond what they mean to every store. */
final class RestFailures {

    private RestFailures() {}

    static HttpAnswer require(HttpAnswer answer) throws IOException {
        if (answer.status() == 401) {
            throw new BackendException.Denied(
                    answer.failure().getMessage()
                            + "; user and password belong into RESTIC_REST_USERNAME and RESTIC_REST_PASSWORD,"
                            + " and with private repositories the first folder is the user's name",
                    null);
        }
        return answer.orThrow();
    }

    /** A server that says that an upload is not what its name says is right, or the upload was changed on its way. */
    static HttpAnswer requireSaved(HttpAnswer answer, Handle handle, Content content) throws IOException {
        if (answer.status() == 400
                && handle.type() != FileType.CONFIG
                && hash(content).equals(handle.name())) {
            throw new BackendException.Transient(String.valueOf(answer.failure().getMessage()), null);
        }
        return require(answer);
    }

    private static String hash(Content content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(content.open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A folder that is not there holds no files; but rclone has this answer for failures as well. */
    static boolean meansEmpty(HttpAnswer answer) {
        boolean rclone = answer.header("Server")
                .filter(name -> name.startsWith("rclone/"))
                .isPresent();
        return answer.status() == 404 && !rclone;
    }
}
