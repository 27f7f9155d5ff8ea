/**
 * How operator and agent talk to the API server: a client that reads what newer versions have written, and
 * {@link dev.coffer.operator.api.client.StatusEditor} for every change of a status; and the Leases that they hold. Depends on no kind.
 */
@NullMarked
package dev.coffer.operator.api.client;

import org.jspecify.annotations.NullMarked;
