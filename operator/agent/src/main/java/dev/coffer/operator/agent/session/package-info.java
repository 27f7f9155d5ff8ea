/**
 * The work for a session: reads the objects, has the engine back up or restore, and reports. {@code Backups} and {@code Restores}
 * are what commands call. Depends on all other packages of the agent but {@code command}.
 */
@NullMarked
package dev.coffer.operator.agent.session;

import org.jspecify.annotations.NullMarked;
