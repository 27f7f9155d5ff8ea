package dev.coffer.engine.repository;

import dev.coffer.backend.Backend;
import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.progress.ProgressListener;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Repositories for tests, with keys that cost next to nothing. */
public final class TestRepositories {

    public static final String PASSWORD = "correct horse";

    private TestRepositories() {}

    public static RepositoryOptions options() {
        return RepositoryOptions.standard().withKdf(() -> new KdfParameters(2, 1, 1));
    }

    /** A new repository of the latest version. */
    public static Repository init(Backend backend) throws IOException {
        return init(backend, RepositoryConfig.LATEST_VERSION, options());
    }

    public static Repository init(Backend backend, int version, RepositoryOptions options) throws IOException {
        return Repository.init(backend, Password.of(PASSWORD), version, Optional.empty(), options);
    }

    /** Opened anew, with its index loaded. */
    public static Repository open(Backend backend) throws IOException {
        return open(backend, options());
    }

    public static Repository open(Backend backend, RepositoryOptions options) throws IOException {
        Repository repository = openOnly(backend, options);
        repository.loadIndex(ProgressListener.NONE);
        return repository;
    }

    /** Takes a lock that counts at once. */
    public static RepositoryLock lock(Repository repository, RepositoryLock.Kind kind) throws IOException {
        Duration moment = Duration.ofMillis(1);
        LockTiming timing =
                new LockTiming(moment, Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofSeconds(5), moment);
        Backend backend = repository.backend();
        Locks locks =
                new Locks(backend, repository.files(), repository.options().host(), timing);
        return RepositoryLock.acquire(locks, kind, new FreezableBackend(backend), Duration.ZERO);
    }

    /** Opened anew, without its index. */
    static Repository openOnly(Backend backend, RepositoryOptions options) throws IOException {
        return Repository.open(backend, Password.of(PASSWORD), Optional.empty(), options);
    }
}
