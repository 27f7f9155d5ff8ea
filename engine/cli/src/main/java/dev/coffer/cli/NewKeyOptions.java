package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.host.HostIdentity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a new key is like: its password, and what it says about whom it is for. */
final class NewKeyOptions {

    @Option(names = "--new-password-file", paramLabel = "FILE", description = "File that holds the new password.")
    @Nullable
    String file;

    @Option(names = "--new-insecure-no-password", description = "Let the new password be empty.")
    boolean none;

    @Option(names = "--host", paramLabel = "HOST", description = "Host name to note in the key.")
    @Nullable
    String host;

    @Option(names = "--user", paramLabel = "USER", description = "User name to note in the key.")
    @Nullable
    String user;

    PasswordSource password() throws BadRequest {
        return PasswordSource.choose("--new-password-file", file, "", null, none)
                .orElse(new PasswordSource.Prompt());
    }

    /** Whom the key is for: the user of this machine, unless somebody else is named. */
    HostIdentity holder(HostIdentity self) {
        return new HostIdentity(
                host == null ? self.hostname() : host,
                user == null ? self.username() : user,
                self.uid(),
                self.gid(),
                self.pid());
    }
}
