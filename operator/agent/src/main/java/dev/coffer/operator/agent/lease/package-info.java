/** Leases, by which pods work one after the other. Depends on the client alone. */
@NullMarked
package dev.coffer.operator.agent.lease;

import org.jspecify.annotations.NullMarked;
