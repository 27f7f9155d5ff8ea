package dev.coffer.cli.e2e;

import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GrowingTree;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryOptions;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A repository of three million pieces of a few bytes each, and two snapshots: one of everything, a later one of half of it. */
final class BigRepository {

    static final int FOLDERS = 30;
    static final int FILES_PER_FOLDER = 10;
    static final int PIECES_PER_FILE = 10_000;
    static final int PIECE_BYTES = 40;

    private static final int FOLDER_MODE = 0x8000_01ED;
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2020-01-01T00:00:00Z");

    private final BlobSaver saver;
    private long pieces;

    private BigRepository(BlobSaver saver) {
        this.saver = saver;
    }

    static void make(Path folder, String password) throws IOException {
        try (Repository repository = Repository.init(
                        BackendRegistry.installed().create(folder.toString(), BackendOptions.none()),
                        Password.of(password),
                        RepositoryConfig.LATEST_VERSION,
                        Optional.empty(),
                        RepositoryOptions.standard());
                BlobSaver saver = repository.startSaving()) {
            List<Node> folders = new BigRepository(saver).folders();
            ObjectId everything = tree(saver, folders);
            List<Node> half = new ArrayList<>();
            for (int i = 0; i < folders.size(); i += 2) {
                half.add(folders.get(i));
            }
            ObjectId later = tree(saver, half);
            saver.flush();
            repository.snapshots().save(snapshot(everything, TIME));
            repository.snapshots().save(snapshot(later, TIME.plusDays(1)));
        }
    }

    private static Snapshot snapshot(ObjectId tree, OffsetDateTime time) {
        return Snapshot.builder(time, tree)
                .paths(List.of("/big"))
                .hostname("host")
                .build();
    }

    private List<Node> folders() throws IOException {
        List<Node> folders = new ArrayList<>();
        for (int i = 0; i < FOLDERS; i++) {
            folders.add(Node.builder("folder-%02d".formatted(i), NodeType.DIR)
                    .mode(FOLDER_MODE)
                    .mtime(TIME)
                    .subtree(tree(saver, files()))
                    .build());
        }
        return folders;
    }

    private List<Node> files() throws IOException {
        List<Node> files = new ArrayList<>();
        for (int i = 0; i < FILES_PER_FOLDER; i++) {
            List<ObjectId> content = new ArrayList<>();
            for (int piece = 0; piece < PIECES_PER_FILE; piece++) {
                byte[] bytes =
                        ByteBuffer.allocate(PIECE_BYTES).putLong(pieces++).array();
                content.add(saver.save(BlobType.DATA, bytes, 0, bytes.length).id());
            }
            files.add(Node.builder("file-" + i, NodeType.FILE)
                    .mode(0644)
                    .mtime(TIME)
                    .links(1)
                    .size((long) PIECES_PER_FILE * PIECE_BYTES)
                    .content(content)
                    .build());
        }
        return files;
    }

    private static ObjectId tree(BlobSaver saver, List<Node> nodes) throws IOException {
        try (GrowingTree tree = new GrowingTree("/", saver)) {
            for (Node node : nodes) {
                tree.add(node);
            }
            return tree.save().id();
        }
    }
}
