/**
 * Verifies a repository from the index down to the bytes of every blob.
 *
 * <p>What is wrong comes out as {@link dev.coffer.engine.check.Finding}s, one for each damaged object, as soon as it is
 * found. <em>Damage</em> means that something cannot be restored or soon could not; a <em>hint</em> points to something
 * untidy that harms nothing. Nothing is ever changed.
 *
 * <p>May depend on everything below the work packages: repository, index, pack, tree, snapshot, tasks, progress.
 */
@NullMarked
package dev.coffer.engine.check;

import org.jspecify.annotations.NullMarked;
