package dev.coffer.backend.sftp;

import dev.coffer.backend.sftp.protocol.Answer;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/** Requests whose refusal does no harm. */
final class Tolerance {

    private Tolerance() {}

    /** Permissions are a precaution; some servers and file systems do not let us set them. */
    static void ofPermissions(Answer<Status> answer) throws IOException {
        accept(answer, EnumSet.of(Status.UNSUPPORTED, Status.PERMISSION_DENIED));
    }

    /** Some file systems do not know how to make files durable; a server calls that a bad message. A real failure counts. */
    static void ofSync(Answer<Status> answer) throws IOException {
        accept(answer, EnumSet.of(Status.UNSUPPORTED, Status.BAD_MESSAGE));
    }

    private static void accept(Answer<Status> answer, Set<Status> harmless) throws IOException {
        try {
            answer.get();
        } catch (SftpException e) {
            if (!harmless.contains(e.status())) {
                throw e;
            }
        }
    }
}
