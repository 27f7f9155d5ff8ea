/**
 * A server for restic's REST protocol, versions 1 and 2. Repositories are folders below one place, in any kind of store.
 *
 * <p>{@link dev.coffer.server.RestServer} listens. What a request is about is a {@link dev.coffer.server.RequestTarget}, who
 * sent it is found out by {@link dev.coffer.server.Authentication}, what is allowed is a matter of
 * {@link dev.coffer.server.Rules}, and {@link dev.coffer.server.FileRequests} does what was asked. An
 * {@link dev.coffer.server.Upload} is received as a whole and compared with its name before any of it is stored.
 *
 * <p>Each request has a virtual thread of its own. Depends on {@code dev.coffer.backend}, the JDK's HTTP server, and Bouncy
 * Castle for bcrypt.
 */
@NullMarked
package dev.coffer.server;

import org.jspecify.annotations.NullMarked;
