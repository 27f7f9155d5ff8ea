package dev.coffer.backend.contract;

import dev.coffer.backend.Backend;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.backend.wrap.CachingBackend;
import dev.coffer.backend.wrap.ConnectionLimitedBackend;
import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.backend.wrap.RateLimitedBackend;
import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.backend.wrap.RetryListener;
import dev.coffer.backend.wrap.RetryingBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;

/** All decorators one upon the other are still a backend. */
class DecoratedBackendTest extends BackendContract {

    @TempDir
    private Path cache;

    private MemoryBackend memory = new MemoryBackend();

    @Override
    protected Backend create() throws IOException {
        memory = new MemoryBackend();
        return reopen();
    }

    @Override
    protected Backend reopen() throws IOException {
        OptionalLong tebibytePerSecond = OptionalLong.of(1L << 30);
        Backend limited = new ConnectionLimitedBackend(
                new RateLimitedBackend(memory, new RateLimits(tebibytePerSecond, tebibytePerSecond)));
        Backend patient = new RetryingBackend(new FreezableBackend(limited), RetryListener.none());
        return new CachingBackend(patient, new CacheDirectory(cache).open("12".repeat(32)));
    }
}
