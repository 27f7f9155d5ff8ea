/**
 * The agent: the program that runs in pods, has the engine back up and restore, and reports to the objects of the operator. It is
 * the program of the operator's image as well; other modules add commands to it. The way in is the package {@code command}; what
 * is directly in here depends on nothing.
 */
@NullMarked
package dev.coffer.operator.agent;

import org.jspecify.annotations.NullMarked;
