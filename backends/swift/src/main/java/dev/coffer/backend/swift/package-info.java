/**
 * Repositories in a container of OpenStack Swift: {@code swift:container:/prefix}.
 *
 * <p>{@link dev.coffer.backend.swift.SwiftEnvironment} decides from the environment how to log in; each way is an
 * {@link dev.coffer.backend.swift.Authenticator}, which gives a {@link dev.coffer.backend.swift.Session}: where objects are,
 * and a token. {@link dev.coffer.backend.swift.SwiftClient} sends requests with it and logs in anew when it has expired. A file
 * is one object; its MD5 goes along as {@code ETag}, which the server compares. Depends on {@code dev.coffer.backend} and
 * {@code dev.coffer.backend.http}.
 */
@NullMarked
package dev.coffer.backend.swift;

import org.jspecify.annotations.NullMarked;
