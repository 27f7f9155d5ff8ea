/**
 * Questions about what a repository holds: lists of files, searches, differences between snapshots, statistics. Nothing is
 * ever changed. Results come as they are found; nothing holds all nodes of a snapshot, unless they are to be sorted.
 *
 * <p>May depend on walk, filter, the repository, and what lies below them.
 */
@NullMarked
package dev.coffer.engine.query;

import org.jspecify.annotations.NullMarked;
