@NullMarked
package dev.coffer.operator.agent.progress;

import org.jspecify.annotations.NullMarked;
