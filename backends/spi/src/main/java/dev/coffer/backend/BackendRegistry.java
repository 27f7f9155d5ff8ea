package dev.coffer.backend;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of store there are, by the scheme of a repository location. Immutable. */
public final class BackendRegistry {

    /** Schemes that restic knows: naming one of them without its provider is no typing error. */
    private static final Set<String> RESTIC_SCHEMES =
            Set.of("local", "sftp", "rest", "s3", "azure", "gs", "b2", "swift", "rclone");

    private final Map<String, BackendProvider> providers = new HashMap<>();

    /** @throws IllegalStateException if two providers claim the same scheme */
    public BackendRegistry(Iterable<BackendProvider> providers) {
        for (BackendProvider provider : providers) {
            for (String scheme : provider.schemes()) {
                BackendProvider other = this.providers.putIfAbsent(scheme, provider);
                if (other != null) {
                    throw new IllegalStateException("scheme " + scheme + " belongs to both "
                            + other.getClass().getName() + " and "
                            + provider.getClass().getName());
                }
            }
        }
    }

    /** All providers on the class path and among the modules of the program. */
    public static BackendRegistry installed() {
        return new BackendRegistry(ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()));
    }

    /** The schemes that can be opened, sorted. */
    public Set<String> schemes() {
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
        BackendProvider provider = providers.get(parsed.scheme());
        if (provider != null) {
            return provider;
        }
        String available = String.join(", ", schemes());
        String reason = RESTIC_SCHEMES.contains(parsed.scheme())
                ? "this program was built without support for " + parsed.scheme() + ": stores; available are "
                        + available
                : "unknown kind of store '" + parsed.scheme() + "'; available are " + available
                        + "; for a folder of that name put local: before it";
        throw new BackendException.Rejected(
                "cannot use repository location " + display(location) + ": " + reason, null);
    }
}
