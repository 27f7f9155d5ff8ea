/** Locks of pods on a repository: who holds them, and which of them nobody holds any more. */
@NullMarked
package dev.coffer.operator.agent.holder;

import org.jspecify.annotations.NullMarked;
