package dev.coffer.cli;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.local.LocalProvider;
import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.backend.wrap.CachingBackend;
import dev.coffer.backend.wrap.ConnectionLimitedBackend;
import dev.coffer.backend.wrap.RateLimitedBackend;
import dev.coffer.backend.wrap.RetryingBackend;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.repository.RepositoryOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens stores, with everything around them that the options ask for. */
final class Stores {

    private final Environment environment;
    private final GlobalOptions options;
    private final Output output;
    private final BackendRegistry registry = BackendRegistry.installed(new LocalProvider());
    private final AtomicBoolean warned = new AtomicBoolean();

    Stores(Environment environment, GlobalOptions options, Output output) {
        this.environment = environment;
        this.options = options;
        this.output = output;
    }

    /** The place of an existing repository, within the limits of speed and connections. */
    Backend open(String location) throws IOException {
        return limited(registry.open(location, connection()));
    }

    /** The place of a new one. */
    Backend create(String location) throws IOException {
        return limited(registry.create(location, connection()));
    }

    private BackendOptions connection() throws IOException {
        if (options.connection.insecureTls() && !warned.getAndSet(true)) {
            output.message(
                    "Warning: with --insecure-tls nobody checks who the server is. Whoever is between you and it can"
                            + " take your credentials, and remove what is stored.");
        }
        return options.connection.forStore(environment);
    }

    private Backend limited(Backend store) {
        return new ConnectionLimitedBackend(new RateLimitedBackend(store, options.connection.limits()));
    }

    /** Tries again what fails for reasons that may pass, and says so. */
    Backend patient(Backend store) {
        return new RetryingBackend(store, this::tellRetry);
    }

    private void tellRetry(String request, IOException failure, Duration pause) {
        output.message("Could not " + request + ": " + FailureText.of(failure) + ". Trying again in "
                + Math.max(1, pause.toSeconds()) + " s.");
    }

    /** How repositories are worked with. */
    RepositoryOptions settings() throws IOException {
        return RepositoryOptions.standard()
                .withCompression(options.storage.compression(environment))
                .withVerification(options.storage.verification())
                .withPackSize(options.storage.packSize(environment))
                .withRetries(this::patient)
                .withCache(this::cached);
    }

    /** A cache that cannot be used is a pity, not a failure. */
    private Backend cached(Backend backend, String repositoryId) {
        Optional<CacheDirectory> directory = options.cache.directory(environment);
        if (directory.isEmpty()) {
            return backend;
        }
        try {
            if (options.cache.cleanup()) {
                directory.get().removeUnusedSince(Instant.now().minus(CacheDirectory.OLD));
            }
            return new CachingBackend(backend, directory.get().open(repositoryId));
        } catch (IOException e) {
            output.message("Working without a cache: " + FailureText.of(e));
            return backend;
        }
    }
}
