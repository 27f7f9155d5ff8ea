/**
 * What is to be backed up, as the archiver walks it: from the targets a user names to the entries of the snapshot's root
 * tree and all below (repository format, "From targets to the root tree" and "Excludes").
 *
 * <p>A <em>target</em> is a path the user names; it is never excluded. A <em>folder on the way</em> leads to targets and may
 * have no other entries. Everything else is <em>found</em> by listing, and subject to the filters. Depends on fs, filter,
 * host, tree, and text.
 */
@NullMarked
package dev.coffer.engine.source;

import org.jspecify.annotations.NullMarked;
