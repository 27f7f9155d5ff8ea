package dev.coffer.cli;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.SnapshotFilter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what is stored, decrypted. */
@Command(
        name = "cat",
        description = "Print an object as it is stored, decrypted; for those who want to look inside.",
        footerHeading = "%nExample:%n",
        footer = "  coffer cat snapshot 3f2a9c01")
final class CatCommand implements Task {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "config, masterkey, snapshot, index, key, lock, pack, blob or tree.")
    String kind = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "Its id; of a tree, that of a snapshot: ID, latest or ID:FOLDER.")
    String id = "";

    CatCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        try (Repository repository = session.repositories().open();
                Closeable _ = kind.equals("lock") ? () -> {} : session.lockForReading(repository)) {
            print(repository);
        }
        return ExitCode.OK;
    }

    private void print(Repository repository) throws IOException {
        switch (kind) {
            case "config" -> json(repository.config().encode());
            case "masterkey" -> json(repository.exportMasterKey());
            case "tree" -> raw(tree(repository));
            case "snapshot" -> json(repository.files().load(FileType.SNAPSHOT, snapshot(repository)));
            case "index" -> json(repository.files().load(FileType.INDEX, fullId()));
            case "lock" -> json(repository.files().load(FileType.LOCK, fullId()));
            case "key" -> json(repository.backend().load(Handle.of(FileType.KEY, fullId().toString())));
            case "pack" -> raw(repository.backend().load(Handle.of(FileType.PACK, fullId().toString())));
            case "blob" -> raw(blob(repository, fullId()));
            default -> throw new BadRequest("There is no kind '" + kind + "' to print. See 'coffer cat --help'.");
        }
    }

    private ObjectId fullId() throws BadRequest {
        return ObjectId.tryParse(id)
                .orElseThrow(() -> new BadRequest(
                        "'" + id + "' is no id: give all of its 64 hex digits, as 'coffer list' prints them."));
    }

    private ObjectId snapshot(Repository repository) throws IOException {
        Optional<ObjectId> full = ObjectId.tryParse(id);
        return full.isPresent()
                ? full.get()
                : ObjectNames.find(FileType.SNAPSHOT, id, repository.snapshots().listIds());
    }

    private byte[] tree(Repository repository) throws IOException {
        SnapshotChoice choice = SnapshotChoice.of(repository, id, SnapshotFilter.ALL);
        return repository.blobs().load(BlobHandle.tree(choice.tree()));
    }

    private static byte[] blob(Repository repository, ObjectId id) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        for (BlobType type : BlobType.values()) {
            BlobHandle handle = new BlobHandle(type, id);
            if (repository.index().contains(handle)) {
                return repository.blobs().load(handle);
            }
        }
        throw new BadRequest("There is no blob " + id + " in the repository.");
    }

    private void json(byte[] document) throws IOException {
        session.output().line(PrettyJson.of(new String(document, StandardCharsets.UTF_8)));
    }

    private void raw(byte[] bytes) throws IOException {
        session.output().bytes(bytes, 0, bytes.length);
    }
}
