/**
 * Repositories in a container of Azure Blob Storage: {@code azure:container:/prefix}.
 *
 * <p>Azure's own client signs requests and reads answers; {@link dev.coffer.backend.azure.SdkTransport} sends them as all
 * stores do, on the calling thread. So everything that belongs to one call can be told by the thread: what is attempted is a
 * scoped value, and interrupting the thread ends the request. Depends on {@code dev.coffer.backend} and
 * {@code dev.coffer.backend.http}.
 */
@NullMarked
package dev.coffer.backend.azure;

import org.jspecify.annotations.NullMarked;
