package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds a key. */
@Command(name = "add", description = "Add a password that opens the repository as well.")
final class KeyAddCommand implements Task {

    private final Session session;

    @Mixin
    final NewKeyOptions newKey = new NewKeyOptions();

    KeyAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        PasswordSource source = newKey.password();
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.SHARED);
                Password password = session.passwords().readNew(source)) {
            ObjectId id = repository.addKey(
                    password, newKey.holder(repository.options().host()));
            session.say("Added key " + id.shortHex() + ".");
        }
        return ExitCode.OK;
    }
}
