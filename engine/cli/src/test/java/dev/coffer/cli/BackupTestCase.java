package dev.coffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.cli.CliRun.Result;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A user with an empty repository and a folder to back up. */
abstract class BackupTestCase {

    private static final String PASSWORD = "secret";

    @TempDir
    Path home;

    Path source;
    CliRun user;

    @BeforeEach
    void makeRepository() throws IOException {
        source = Files.createDirectory(home.resolve("source"));
        String location = home.resolve("repo").toString();
        initAt(location);
        user = CliRun.at(home).with("RESTIC_PASSWORD", PASSWORD).with("RESTIC_REPOSITORY", location);
    }

    /** Every run derives the key anew, so it must not cost what the key of a real repository does. */
    static void initAt(String location) throws IOException {
        Backend backend = BackendRegistry.installed().create(location, BackendOptions.none());
        RepositoryOptions cheap = RepositoryOptions.standard().withKdf(() -> new KdfParameters(2, 1, 1));
        int version = RepositoryConfig.LATEST_VERSION;
        Repository.init(backend, Password.of(PASSWORD), version, Optional.empty(), cheap)
                .close();
    }

    /** The repository itself, to do with it what no command does. */
    Repository openRepository() throws IOException {
        return Repository.open(
                BackendRegistry.installed().open(home.resolve("repo").toString(), BackendOptions.none()),
                Password.of(PASSWORD),
                Optional.empty(),
                RepositoryOptions.standard());
    }

    /** Writes files in the source; a file's content is its name. */
    void write(String... names) throws IOException {
        for (String name : names) {
            write(source.resolve(name), Path.of(name).getFileName().toString());
        }
    }

    static Path write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** The path of something in the source. */
    String path(String name) {
        return source.resolve(name).toString();
    }

    Result backup(String... arguments) {
        return user.run(Stream.concat(Stream.of("backup"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** A backup that succeeds. */
    Result backedUp(String... arguments) {
        Result result = backup(arguments);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
    }

    /** A backup that is refused before anything is stored. */
    void assertRefused(Result result, String word) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        assertThat(result.err()).contains(word).doesNotContain("internal error");
        assertThat(snapshots()).isEqualTo("[]\n");
    }

    /** All snapshots, of whatever host, as JSON. */
    String snapshots() {
        return user.with("RESTIC_HOST", "").run("snapshots", "--json").out();
    }

    int snapshotCount() {
        return snapshots().split("\"short_id\"", -1).length - 1;
    }

    /** What the latest snapshot holds below the source. */
    List<String> saved() {
        return user.run("ls", "--quiet", "latest")
                .out()
                .lines()
                .filter(path -> path.startsWith(source + "/"))
                .map(path -> path.substring(source.toString().length() + 1))
                .toList();
    }
}
