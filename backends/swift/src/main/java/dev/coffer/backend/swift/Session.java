package dev.coffer.backend.swift;

import dev.coffer.backend.http.Secret;
import java.net.URI;
import java.time.Instant;

/**
 * What a login gives.
 *
 * @param storage address of the account whose containers are used
 * @param token proves who we are
 * @param expires when the token will no longer be accepted; the end of times if nobody has said
 */
record Session(URI storage, Secret token, Instant expires) {}
