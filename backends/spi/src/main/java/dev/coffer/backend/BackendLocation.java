package dev.coffer.backend;

/**
 * A repository location split into the scheme that chooses the provider and the rest that only the provider understands,
 * for example {@code sftp:user@host:/srv/backup} into {@code sftp} and {@code user@host:/srv/backup}. A location without
 * a scheme is a local path.
 *
 * @param scheme lower-case, such as {@code local}, {@code s3}
 * @param path all after the first colon; may hold secrets, so it is kept out of {@link #toString()}
 */
public record BackendLocation(String scheme, String path) {

    @Override
    public String toString() {
        return scheme + ":…";
    }
}
