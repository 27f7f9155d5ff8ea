/**
 * Visiting the trees of snapshots.
 *
 * <p>A <em>walk</em> starts at a root tree and goes depth first, in the order in which the nodes are stored; paths within a
 * snapshot start with {@code /} and carry raw bytes (see {@link dev.coffer.engine.text.NativeString}). Trees that will be
 * needed soon are loaded ahead on other threads. Depends on the repository and on what lies below it.
 */
@NullMarked
package dev.coffer.engine.walk;

import org.jspecify.annotations.NullMarked;
