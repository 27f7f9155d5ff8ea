/**
 * The way to a repository: from a Repository and its Secret to an open repository of the engine, and back from a failure to words
 * about those objects. Knows stores only by the engine's {@code BackendRegistry}.
 */
@NullMarked
package dev.coffer.operator.agent.access;

import org.jspecify.annotations.NullMarked;
