package dev.coffer.operator.agent.arguments;

import dev.coffer.backend.wrap.RateLimits;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Limits of what is sent and received, in KiB per second. */
public final class RateFlags {

    @Option(names = "--limit-upload")
    private long upload;

    @Option(names = "--limit-download")
    private long download;

    public RateLimits limits() {
        return new RateLimits(limit(upload), limit(download));
    }

    private static OptionalLong limit(long kib) {
        return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
    }
}
