/** The program: its commands with their flags, and how it begins and ends. */
@NullMarked
package dev.coffer.operator.agent.command;

import org.jspecify.annotations.NullMarked;
