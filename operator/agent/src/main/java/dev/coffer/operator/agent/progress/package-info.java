/** How far the work of a host has come, and what it had to leave out: from the engine's events to a status. */
@NullMarked
package dev.coffer.operator.agent.progress;

import org.jspecify.annotations.NullMarked;
