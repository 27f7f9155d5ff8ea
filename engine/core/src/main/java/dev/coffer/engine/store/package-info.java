/**
 * Documents of a repository (index, snapshot, lock, and in raw form key and config): sealed as a whole and named by the
 * hash of what is stored. Below both index and repository, so that neither needs the other.
 */
@NullMarked
package dev.coffer.engine.store;

import org.jspecify.annotations.NullMarked;
