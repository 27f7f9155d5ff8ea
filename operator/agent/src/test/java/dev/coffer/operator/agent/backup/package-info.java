@NullMarked
package dev.coffer.operator.agent.backup;

import org.jspecify.annotations.NullMarked;
