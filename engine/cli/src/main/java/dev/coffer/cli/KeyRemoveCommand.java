package dev.coffer.cli;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.Keys.StoredKey;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a key. */
@Command(name = "remove", description = "Remove a key, so that its password opens the repository no more.")
final class KeyRemoveCommand implements Task {

    private final Session session;

    @Parameters(paramLabel = "ID", description = "Id of the key, or its beginning.")
    String id = "";

    KeyRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open();
                var _ = session.lock(repository, RepositoryLock.Kind.EXCLUSIVE)) {
            ObjectId key = ObjectNames.find(
                    FileType.KEY,
                    id,
                    repository.keys().list().stream().map(StoredKey::id).toList());
            repository.removeKey(key);
            session.say("Removed key " + key.shortHex() + ".");
        }
        return ExitCode.OK;
    }
}
