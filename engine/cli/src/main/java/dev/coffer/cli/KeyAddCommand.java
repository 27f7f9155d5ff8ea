package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds a key. */
@Command(name = "add", description = "Add a password that opens the repository as well.")
final class KeyAddCommand implements Task {

    private final Session session;

    @Mixin
    private final NewPasswordOptions newPassword = new NewPasswordOptions();

    @Option(names = "--host", paramLabel = "HOST", description = "Host name to note in the key.")
    private @Nullable String host;

    @Option(names = "--user", paramLabel = "USER", description = "User name to note in the key.")
    private @Nullable String user;

    KeyAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        PasswordSource source = newPassword.source();
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.SHARED);
                Password password = session.passwords().readNew(source)) {
            ObjectId id =
                    repository.addKey(password, identity(repository.options().host()));
            session.say("Added key " + id.shortHex() + ".");
        }
        return ExitCode.OK;
    }

    private HostIdentity identity(HostIdentity self) {
        return new HostIdentity(
                host == null ? self.hostname() : host,
                user == null ? self.username() : user,
                self.uid(),
                self.gid(),
                self.pid());
    }
}
