@NullMarked
package dev.coffer.operator.agent.command;

import org.jspecify.annotations.NullMarked;
