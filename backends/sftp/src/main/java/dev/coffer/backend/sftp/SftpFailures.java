package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.protocol.ConnectionLostException;
import dev.coffer.backend.sftp.protocol.FileSystemSpace;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;

/** Turns failures of requests into {@link BackendException}s. */
final class SftpFailures {

    private static final List<String> SSH_REFUSALS =
            List.of("Permission denied (", "Host key verification failed", "Too many authentication failures");

    private SftpFailures() {}

    /** @param attempt what was tried, to follow "cannot" */
    static IOException explain(String attempt, IOException failure) {
        String message = "cannot " + attempt + ": " + failure.getMessage();
        return switch (failure) {
            case BackendException known -> known;
            case InterruptedIOException interrupted -> interrupted;
            case EOFException _ -> new BackendException.Truncated(message, failure);
            case SftpException refused -> byStatus(message, refused);
            case ConnectionLostException lost when isRefusal(message) -> new BackendException.Denied(message, lost);
            default -> new BackendException.Transient(message, failure);
        };
    }

    /** What ssh says before it ends, if it was not let in; no further attempt will change that. */
    private static boolean isRefusal(String message) {
        return SSH_REFUSALS.stream().anyMatch(message::contains);
    }

    private static BackendException byStatus(String message, SftpException refused) {
        return switch (refused.status()) {
            case NO_SUCH_FILE, NO_SUCH_PATH -> new BackendException.Missing(message, refused);
            case PERMISSION_DENIED, WRITE_PROTECTED -> new BackendException.Denied(message, refused);
            case NO_SPACE, QUOTA_EXCEEDED -> new BackendException.Full(message, refused);
            case BAD_MESSAGE, UNSUPPORTED, FILE_EXISTS -> new BackendException.Rejected(message, refused);
            case OK, EOF, FAILURE, NO_CONNECTION, CONNECTION_LOST -> new BackendException.Transient(message, refused);
        };
    }

    /**
     * As above, for a request that changes something. Most servers have only "failure" for a full disk, so they are asked what
     * is left.
     *
     * @param folder of the file that was to be written
     * @param needed how many bytes it was to have
     */
    static IOException explainWrite(
            String attempt, IOException failure, SftpClient client, String folder, long needed) {
        if (failure instanceof SftpException refused && refused.status() == Status.FAILURE) {
            String message = "cannot " + attempt + ": ";
            Optional<FileSystemSpace> space = space(client, folder);
            if (space.filter(FileSystemSpace::readOnly).isPresent()) {
                return new BackendException.Denied(message + "the file system is read-only", failure);
            }
            if (space.filter(s -> s.outOfFiles() || s.freeBytes() < needed).isPresent()) {
                return new BackendException.Full(message + "no space left on the server", failure);
            }
        }
        return explain(attempt, failure);
    }

    private static Optional<FileSystemSpace> space(SftpClient client, String folder) {
        try {
            return client.space(folder).get();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
