/**
 * Behaviour that every store gets for free, as decorators of {@link dev.coffer.backend.Backend}.
 *
 * <p>From the store outwards they belong in this order:
 *
 * <ol>
 *   <li>{@link dev.coffer.backend.wrap.RateLimitedBackend}: bytes per second
 *   <li>{@link dev.coffer.backend.wrap.ConnectionLimitedBackend}: requests at the same time
 *   <li>{@link dev.coffer.backend.wrap.FreezableBackend}: nothing may be changed while it is unclear whether we still hold
 *       the lock. Below the retries, so that each attempt waits.
 *   <li>{@link dev.coffer.backend.wrap.RetryingBackend}: patience
 *   <li>{@link dev.coffer.backend.wrap.CachingBackend}: metadata without a request at all
 *   <li>{@link dev.coffer.backend.wrap.DryRunBackend}: reads only
 * </ol>
 *
 * <p>All are as safe for several threads as the store, end early when interrupted, and close what they wrap. Depends on
 * {@code dev.coffer.backend} alone.
 */
@NullMarked
package dev.coffer.backend.wrap;

import org.jspecify.annotations.NullMarked;
