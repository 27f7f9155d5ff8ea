package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.pack.BlobCodec.Verification;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a repository is worked with; none of it is stored.
 *
 * @param compression of data blobs, in repositories of version 2
 * @param verification of sealed blobs before they are stored
 * @param packSize bytes at which a pack is closed
 * @param retries puts retries in front of a store; the store itself for none
 * @param cache puts a cache in front of a backend, given the repository's id; the backend itself for none
 * @param kdf cost of scrypt for new keys; asked for when a key is made
 * @param host who is at work, for locks and keys
 */
public record RepositoryOptions(
        CompressionMode compression,
        Verification verification,
        long packSize,
        UnaryOperator<Backend> retries,
        BiFunction<Backend, String, Backend> cache,
        Supplier<KdfParameters> kdf,
        HostIdentity host) {

    public static final long MIN_PACK_SIZE = 4L << 20;
    public static final long DEFAULT_PACK_SIZE = 16L << 20;
    public static final long MAX_PACK_SIZE = 128L << 20;

    /** What restic does by default, without a cache. */
    public static RepositoryOptions standard() {
        return new RepositoryOptions(
                CompressionMode.AUTO,
                Verification.BEFORE_STORING,
                DEFAULT_PACK_SIZE,
                backend -> backend,
                (backend, _) -> backend,
                KdfParameters::calibrated,
                HostIdentity.current());
    }

    public RepositoryOptions withCompression(CompressionMode mode) {
        return new RepositoryOptions(mode, verification, packSize, retries, cache, kdf, host);
    }

    public RepositoryOptions withCache(BiFunction<Backend, String, Backend> newCache) {
        return new RepositoryOptions(compression, verification, packSize, retries, newCache, kdf, host);
    }

    public RepositoryOptions withRetries(UnaryOperator<Backend> newRetries) {
        return new RepositoryOptions(compression, verification, packSize, newRetries, cache, kdf, host);
    }

    public RepositoryOptions withVerification(Verification newVerification) {
        return new RepositoryOptions(compression, newVerification, packSize, retries, cache, kdf, host);
    }

    public RepositoryOptions withHost(HostIdentity newHost) {
        return new RepositoryOptions(compression, verification, packSize, retries, cache, kdf, newHost);
    }

    public RepositoryOptions withKdf(Supplier<KdfParameters> newKdf) {
        return new RepositoryOptions(compression, verification, packSize, retries, cache, newKdf, host);
    }

    public RepositoryOptions withPackSize(long bytes) {
        return new RepositoryOptions(compression, verification, bytes, retries, cache, kdf, host);
    }
}
