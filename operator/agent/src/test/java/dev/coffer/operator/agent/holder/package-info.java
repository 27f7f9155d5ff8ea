@NullMarked
package dev.coffer.operator.agent.holder;

import org.jspecify.annotations.NullMarked;
