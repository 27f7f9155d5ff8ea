package dev.coffer.backend.wrap;

import java.util.OptionalLong;

/**
 * How fast data may go over all connections together.
 *
 * @param upload KiB per second, if limited
 * @param download KiB per second, if limited
 */
public record RateLimits(OptionalLong upload, OptionalLong download) {

    public static RateLimits none() {
        return new RateLimits(OptionalLong.empty(), OptionalLong.empty());
    }
}
