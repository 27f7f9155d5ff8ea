package dev.coffer.backend.wrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which copies of metadata of all repositories lie, one sub-folder per repository. Layout and place are those
 * of restic's cache, and both programs can use the same one at the same time.
 *
 * @param path the folder; it need not exist yet
 */
public record CacheDirectory(Path path) {

    /** A repository's cache that nobody used for so long is worth its space no more. */
    public static final Duration OLD = Duration.ofDays(30);

    private static final String TAG = "CACHEDIR.TAG";
    private static final String SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n";
    private static final String TEMPORARY_PREFIX = "restic-check-cache-";

    /**
     * A repository's cache.
     *
     * @param repositoryId name of its folder
     * @param size of all files in it, in bytes
     */
    public record Entry(String repositoryId, long size, Instant lastUsed) {}

    /**
     * The folder for this user: {@code RESTIC_CACHE_DIR}, or {@code restic} in the place that the operating system has for
     * caches. Empty if the environment does not tell.
     *
     * @param osName the system property {@code os.name}
     */
    public static Optional<CacheDirectory> ofUser(Map<String, String> environment, String osName) {
        Optional<Path> chosen = folder(environment, "RESTIC_CACHE_DIR");
        return chosen.or(() -> userCaches(environment, osName.toLowerCase(Locale.ROOT))
                        .map(caches -> caches.resolve("restic")))
                .map(CacheDirectory::new);
    }

    private static Optional<Path> userCaches(Map<String, String> environment, String osName) {
        if (osName.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA");
        }
        Optional<Path> home = folder(environment, "HOME");
        if (osName.startsWith("mac")) {
            return home.map(path -> path.resolve("Library/Caches"));
        }
        return folder(environment, "XDG_CACHE_HOME")
                .filter(Path::isAbsolute)
                .or(() -> home.map(p -> p.resolve(".cache")));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        try {
            return Optional.ofNullable(environment.get(variable))
                    .filter(value -> !value.isEmpty())
                    .map(Path::of);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /**
     * An empty one for a single run, in the given folder. Whoever made it calls {@link #delete()} in the end.
     */
    public static CacheDirectory temporary(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new CacheDirectory(Files.createTempDirectory(parent, TEMPORARY_PREFIX));
    }

    /**
     * The cache of one repository, created if it is not there, marked as used now.
     *
     * @param repositoryId id in the repository's config
     */
    public RepositoryCache open(String repositoryId) throws IOException {
        CacheFiles.createFolders(path);
        CacheFiles.writeOnce(path.resolve(TAG), SIGNATURE);
        return RepositoryCache.open(path.resolve(repositoryId));
    }

    /** The caches that are there, in the order of their names. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path folder : repositories()) {
            try {
                Instant lastUsed = Files.getLastModifiedTime(folder).toInstant();
                entries.add(new Entry(folder.getFileName().toString(), CacheFiles.size(folder), lastUsed));
            } catch (NoSuchFileException _) {
                // another process has just deleted it
            }
        }
        return entries;
    }

    private List<Path> repositories() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(RepositoryCache::isRepositoryCache).sorted().toList();
        }
    }

    /**
     * Deletes the caches that were not used since.
     *
     * @return what was deleted
     */
    public List<Entry> removeUnusedSince(Instant limit) throws IOException {
        List<Entry> old = entries().stream()
                .filter(entry -> entry.lastUsed().isBefore(limit))
                .toList();
        for (Entry entry : old) {
            CacheFiles.deleteTree(path.resolve(entry.repositoryId()));
        }
        return old;
    }

    /** Deletes the whole folder. */
    public void delete() throws IOException {
        CacheFiles.deleteTree(path);
    }
}
