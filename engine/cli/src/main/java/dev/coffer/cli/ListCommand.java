package dev.coffer.cli;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.Repository;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the files or blobs of a repository. */
@Command(name = "list", description = "List the ids of what a repository is made of.")
final class ListCommand implements Task {

    private final Session session;

    @Parameters(paramLabel = "KIND", description = "blobs, packs, index, snapshots, keys or locks.")
    String kind = "";

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        if (!List.of("blobs", "packs", "index", "snapshots", "keys", "locks").contains(kind)) {
            throw new BadRequest(
                    "There is no kind '" + kind + "'; choose blobs, packs, index, snapshots, keys or locks.");
        }
        try (Repository repository = session.repositories().open();
                Closeable _ = kind.equals("locks") ? () -> {} : session.lockForReading(repository)) {
            if (kind.equals("blobs")) {
                listBlobs(repository);
            } else {
                listFiles(repository);
            }
        }
        return ExitCode.OK;
    }

    private void listFiles(Repository repository) throws IOException {
        FileType type = switch (kind) {
            case "packs" -> FileType.PACK;
            case "index" -> FileType.INDEX;
            case "snapshots" -> FileType.SNAPSHOT;
            case "keys" -> FileType.KEY;
            default -> FileType.LOCK;
        };
        List<String> names = new ArrayList<>();
        repository.backend().list(type, file -> names.add(file.name()));
        session.output().lines(names);
    }

    private void listBlobs(Repository repository) throws IOException {
        for (ObjectId id : repository.indexFiles().list()) {
            for (IndexedPack pack : repository.indexFiles().load(id)) {
                for (PackedBlob blob : pack.blobs()) {
                    String type = blob.handle().type().name().toLowerCase(Locale.ROOT);
                    session.output().line(type + " " + blob.handle().id());
                }
            }
        }
    }
}
