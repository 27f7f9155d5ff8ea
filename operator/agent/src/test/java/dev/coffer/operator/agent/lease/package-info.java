@NullMarked
package dev.coffer.operator.agent.lease;

import org.jspecify.annotations.NullMarked;
