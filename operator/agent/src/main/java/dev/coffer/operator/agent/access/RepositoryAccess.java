package dev.coffer.operator.agent.access;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.backend.wrap.CachingBackend;
import dev.coffer.backend.wrap.ConnectionLimitedBackend;
import dev.coffer.backend.wrap.RateLimitedBackend;
import dev.coffer.backend.wrap.RetryingBackend;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.RepositoryNotFound;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens one repository, or makes it. Safe for use by any thread. */
public final class RepositoryAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryAccess.class);

    private final Storage storage;
    private final Settings settings;
    private final Consumer<String> troubles;
    private final BackendRegistry stores = BackendRegistry.installed();

    public RepositoryAccess(Storage storage, Settings settings) {
        this(storage, settings, _ -> {});
    }

    private RepositoryAccess(Storage storage, Settings settings, Consumer<String> troubles) {
        this.storage = storage;
        this.settings = settings;
        this.troubles = troubles;
    }

    /** The same repository, worked with in another way. */
    public RepositoryAccess with(Settings others) {
        return new RepositoryAccess(storage, others, troubles);
    }

    /** The same repository, with somebody who is told of each request that has failed and is tried again, on any thread. */
    public RepositoryAccess telling(Consumer<String> listener) {
        return new RepositoryAccess(storage, settings, listener);
    }

    public Storage storage() {
        return storage;
    }

    public Settings settings() {
        return settings;
    }

    /**
     * Opens it. The index is not loaded yet.
     *
     * @throws RepositoryNotFound if the store can be reached and holds none
     */
    public Repository open() throws IOException {
        Backend store;
        try {
            store = connect();
        } catch (BackendException.Missing e) {
            throw new RepositoryNotFound("There is no repository at " + place() + " yet.", e);
        }
        try (Password password = Password.of(storage.password())) {
            return Repository.open(store, password, Optional.empty(), options());
        }
    }

    /**
     * Its store alone, whatever is there. The caller closes it.
     *
     * @throws BackendException.Missing if the place itself does not exist
     */
    public Backend store() throws IOException {
        return new RetryingBackend(connect(), this::tellRetry);
    }

    /** Makes it. Only one may try that at a time: see {@code ObjectNames.repositoryLease}. */
    public Repository init() throws IOException {
        Backend store = limited(stores.create(storage.location(), SshFolder.provide(storage)));
        try (Password password = Password.of(storage.password())) {
            return Repository.init(store, password, RepositoryConfig.LATEST_VERSION, Optional.empty(), options());
        }
    }

    /** Where it is, without credentials. */
    public String place() {
        return BackendRegistry.display(storage.location());
    }

    private Backend connect() throws IOException {
        return limited(stores.open(storage.location(), SshFolder.provide(storage)));
    }

    private Backend limited(Backend store) {
        return new ConnectionLimitedBackend(new RateLimitedBackend(store, settings.limits()));
    }

    private RepositoryOptions options() {
        return RepositoryOptions.standard()
                .withCompression(settings.compression())
                .withHost(settings.holder())
                .withRetries(store -> new RetryingBackend(store, this::tellRetry))
                .withCache(this::cached);
    }

    private void tellRetry(String request, IOException failure, Duration pause) {
        LOG.warn("Could not {}: {}. Trying again in {} s.", request, FailureText.of(failure), pause.toSeconds());
        troubles.accept(AccessFailures.explain(failure, storage));
    }

    /** A cache that cannot be used is a pity, not a failure. */
    private Backend cached(Backend store, String repositoryId) {
        Optional<Path> folder = settings.cache();
        if (folder.isEmpty()) {
            return store;
        }
        try {
            return new CachingBackend(store, new CacheDirectory(folder.get()).open(repositoryId));
        } catch (IOException e) {
            LOG.warn("Working without a cache: {}", FailureText.of(e));
            return store;
        }
    }
}
