/** What keeps a repository in order after a backup: retention, pruning, checking, and counting what is in it. */
@NullMarked
package dev.coffer.operator.agent.maintenance;

import org.jspecify.annotations.NullMarked;
