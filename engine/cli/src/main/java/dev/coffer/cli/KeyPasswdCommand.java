package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes the password. */
@Command(name = "passwd", description = "Change the password: a new key takes the place of the one in use.")
final class KeyPasswdCommand implements Task {

    private final Session session;

    @Mixin
    final NewKeyOptions newKey = new NewKeyOptions();

    KeyPasswdCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        PasswordSource source = newKey.password();
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE);
                Password password = session.passwords().readNew(source)) {
            ObjectId id = repository.changePassword(
                    password, newKey.holder(repository.options().host()));
            session.say("Changed the password; the key is now " + id.shortHex() + ".");
        }
        return ExitCode.OK;
    }
}
