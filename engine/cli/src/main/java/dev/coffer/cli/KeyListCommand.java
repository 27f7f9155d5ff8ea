package dev.coffer.cli;

import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.Keys.StoredKey;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the keys. */
@Command(name = "list", description = "List the keys; * marks the one in use.")
final class KeyListCommand implements Task {

    private final Session session;

    KeyListCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open();
                var _ = session.lockForReading(repository)) {
            List<StoredKey> keys = repository.keys().list();
            if (session.json()) {
                session.output().json(document(keys, repository));
            } else {
                session.output().lines(table(keys, repository));
            }
        }
        return ExitCode.OK;
    }

    private static List<String> table(List<StoredKey> keys, Repository repository) {
        Table table = new Table(" ID", "User", "Host", "Created");
        for (StoredKey key : keys) {
            table.row(
                    (current(key, repository) ? "*" : " ") + key.id().shortHex(),
                    key.file().username(),
                    key.file().hostname(),
                    Texts.time(key.file().created()));
        }
        return table.lines();
    }

    private static JsonWriter document(List<StoredKey> keys, Repository repository) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (StoredKey key : keys) {
            json.beginObject();
            json.name("current").value(current(key, repository));
            json.name("id").value(key.id().shortHex());
            json.name("userName").value(key.file().username());
            json.name("hostName").value(key.file().hostname());
            json.name("created").value(Texts.time(key.file().created()));
            json.endObject();
        }
        return json.endArray();
    }

    private static boolean current(StoredKey key, Repository repository) {
        return key.id().equals(repository.keyId());
    }
}
