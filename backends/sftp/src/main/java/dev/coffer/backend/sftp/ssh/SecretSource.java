package dev.coffer.backend.sftp.ssh;

import java.io.IOException;
import java.util.Optional;

/** Where a password or passphrase is. Asked only when it is needed. */
public interface SecretSource {

    /** The secret, if there is one. */
    Optional<String> read() throws IOException;

    /** How the user may provide it, for messages. */
    String howToGive();
}
