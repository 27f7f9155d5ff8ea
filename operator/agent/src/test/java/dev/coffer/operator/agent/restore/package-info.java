@NullMarked
package dev.coffer.operator.agent.restore;

import org.jspecify.annotations.NullMarked;
