package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.wrap.DryRunBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Repositories written by restic, frozen as test data; {@code src/test/golden/make.sh} tells how they were made. */
public enum GoldenRepository {
    RESTIC_0_14_V1("restic-0.14-v1"),
    RESTIC_0_14_V2("restic-0.14-v2"),
    RESTIC_0_19_V1("restic-0.19-v1"),
    RESTIC_0_19_V2("restic-0.19-v2"),
    INTERRUPTED_PRUNE("interrupted-prune");

    public static final String PASSWORD = "golden";

    private final String folder;

    GoldenRepository(String folder) {
        this.folder = folder;
    }

    /** What a file of the backed-up directory was: type, permissions, mtime in seconds, SHA-256 or link target. */
    public record Expected(String type, String permissions, long mtime, String content) {}

    public Repository open() throws IOException {
        return open(PASSWORD);
    }

    public Repository open(String password) throws IOException {
        return loaded(open(password, backend()));
    }

    /** What is saved or removed never reaches the files. */
    public Repository openPretending() throws IOException {
        return loaded(openPretendingWithoutIndex());
    }

    /** As {@link #openPretending}, with an index that lists all packs but one, as it is after that was lost. */
    public Repository openWithoutPack(String pack) throws IOException {
        Repository repository = openPretendingWithoutIndex();
        for (ObjectId file : repository.indexFiles().list()) {
            for (IndexedPack indexed : repository.indexFiles().load(file)) {
                if (!indexed.pack().toString().startsWith(pack)) {
                    repository.index().add(indexed.pack(), indexed.blobs());
                }
            }
        }
        return repository;
    }

    private Repository openPretendingWithoutIndex() throws IOException {
        return open(PASSWORD, new DryRunBackend(backend()));
    }

    private Backend backend() throws IOException {
        return BackendRegistry.installed().open(resource(folder).toString(), BackendOptions.none());
    }

    private static Repository open(String password, Backend backend) throws IOException {
        return Repository.open(backend, Password.of(password), Optional.empty(), TestRepositories.options());
    }

    private static Repository loaded(Repository repository) throws IOException {
        repository.loadIndex(ProgressListener.NONE);
        return repository;
    }

    /** By path in hex digits of its raw bytes, relative to the directory. */
    public static Map<String, Expected> expected() throws IOException {
        return Files.readAllLines(resource("expected.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(
                        fields -> fields[0],
                        fields -> new Expected(fields[1], fields[2], Long.parseLong(fields[3]), fields[5])));
    }

    static String hex(byte[] path) {
        return HexFormat.of().formatHex(path);
    }

    private static Path resource(String name) {
        try {
            URI marker =
                    GoldenRepository.class.getResource("/golden/expected.tsv").toURI();
            return Path.of(marker).resolveSibling(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
