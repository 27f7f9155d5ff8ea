/** What the agent writes into the status of objects, and its events. Every change of a status leaves alone what others write. */
@NullMarked
package dev.coffer.operator.agent.status;

import org.jspecify.annotations.NullMarked;
