package dev.coffer.operator.agent.access;

import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.host.HostIdentity;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a repository is worked with.
 *
 * @param cache folder for copies of its metadata; none if empty
 * @param holder who the locks say is at work
 */
public record Settings(CompressionMode compression, RateLimits limits, Optional<Path> cache, HostIdentity holder) {

    /** What the engine does by default. */
    public static Settings standard(Optional<Path> cache, HostIdentity holder) {
        return new Settings(CompressionMode.AUTO, RateLimits.none(), cache, holder);
    }

    public Settings with(CompressionMode newCompression, RateLimits newLimits) {
        return new Settings(newCompression, newLimits, cache, holder);
    }

    public Settings withCache(Optional<Path> newCache) {
        return new Settings(compression, limits, newCache, holder);
    }
}
