package dev.coffer.backend;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of store there are, by the scheme of a repository location. Safe for use by any number of threads. */
public final class BackendRegistry {

    /** Schemes that restic knows: naming one of them without its provider is no typing error. */
    private static final Set<String> RESTIC_SCHEMES =
            Set.of("local", "sftp", "rest", "s3", "azure", "gs", "b2", "swift", "rclone");

    private final Map<String, BackendProvider> providers = new HashMap<>();

    /** Those that were not needed so far. */
    private Iterable<BackendProvider> others;

    /** @throws IllegalStateException if two providers claim the same scheme */
    public BackendRegistry(Iterable<BackendProvider> providers) {
        this(providers, List.of());
    }

    BackendRegistry(Iterable<BackendProvider> providers, Iterable<BackendProvider> others) {
        providers.forEach(this::add);
        this.others = others;
    }

    /**
     * All providers on the class path and among the modules of the program. To look for them takes some hundredths of a second.
     *
     * @param known providers that are at hand: the others are looked for when somebody asks for one of them
     */
    public static BackendRegistry installed(BackendProvider... known) {
        return new BackendRegistry(
                List.of(known), ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()));
    }

    private void add(BackendProvider provider) {
        for (String scheme : provider.schemes()) {
            BackendProvider other = providers.putIfAbsent(scheme, provider);
            if (other != null && !other.getClass().equals(provider.getClass())) {
                throw new IllegalStateException("scheme " + scheme + " belongs to both "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName());
            }
        }
    }

    private void addOthers() {
        others.forEach(this::add);
        others = List.of();
    }

    private synchronized Optional<BackendProvider> find(String scheme) {
        if (!providers.containsKey(scheme)) {
            addOthers();
        }
        return Optional.ofNullable(providers.get(scheme));
    }

    /** The schemes that can be opened, sorted. */
    public synchronized Set<String> schemes() {
        addOthers();
        return new TreeSet<>(providers.keySet());
    }

    /**
     * Opens the place of an existing repository, see {@link BackendProvider#open}.
     *
     * @param location as the user wrote it, such as {@code /srv/backup} or {@code s3:host/bucket}
     * @throws BackendException.Rejected if there is no such kind of store
     */
    public Backend open(String location, BackendOptions options) throws IOException {
        BackendLocation parsed = LocationSyntax.parse(location);
        return provider(parsed, location).open(parsed, options);
    }

    /** Prepares the place for a new repository, see {@link BackendProvider#create}. */
    public Backend create(String location, BackendOptions options) throws IOException {
        BackendLocation parsed = LocationSyntax.parse(location);
        return provider(parsed, location).create(parsed, options);
    }

    /** A location for people: a password in a URL is masked. */
    public static String display(String location) {
        return LocationSyntax.display(location);
    }

    private BackendProvider provider(BackendLocation parsed, String location) throws BackendException {
        return find(parsed.scheme()).orElseThrow(() -> unknown(parsed.scheme(), location));
    }

    private BackendException unknown(String scheme, String location) {
        String available = String.join(", ", schemes());
        String reason = RESTIC_SCHEMES.contains(scheme)
                ? "this program was built without support for " + scheme + ": stores; available are " + available
                : "unknown kind of store '" + scheme + "'; available are " + available
                        + "; for a folder of that name put local: before it";
        return new BackendException.Rejected(
                "cannot use repository location " + display(location) + ": " + reason, null);
    }
}
