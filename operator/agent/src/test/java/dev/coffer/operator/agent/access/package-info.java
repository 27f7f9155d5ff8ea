@NullMarked
package dev.coffer.operator.agent.access;

import org.jspecify.annotations.NullMarked;
