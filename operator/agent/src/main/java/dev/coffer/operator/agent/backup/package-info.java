/** The backup of one host by the engine. */
@NullMarked
package dev.coffer.operator.agent.backup;

import org.jspecify.annotations.NullMarked;
