/**
 * Repositories in a bucket of S3, or of a store that speaks its protocol.
 *
 * <p>Requests are made and signed by the AWS SDK and sent by {@code dev.coffer.backend.http}, so that certificates, proxies
 * and stalled requests are the same affair as for every other store. The SDK's classes are loaded when a repository is
 * opened here, and not before.
 */
@NullMarked
package dev.coffer.backend.s3;

import org.jspecify.annotations.NullMarked;
