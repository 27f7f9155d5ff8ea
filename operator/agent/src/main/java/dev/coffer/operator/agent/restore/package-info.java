/** The restore of one host by the engine. */
@NullMarked
package dev.coffer.operator.agent.restore;

import org.jspecify.annotations.NullMarked;
