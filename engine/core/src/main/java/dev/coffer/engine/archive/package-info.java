/**
 * Makes backups: from the file system, or a stream, to a snapshot (repository format, "Backup algorithm").
 *
 * <p>One backup is a chain of threads, each of which does one thing:
 *
 * <pre>
 * SourceLister ─sightings─▶ ParentMatcher ─matches─▶ SourceWalk
 *
 * SourceWalk ──steps──────────────────────────────▶ TreeArchiver ──▶ BlobSaver
 *     └──────files─▶ FileArchiver ─chunks─▶ ChunkSealer ──▶ BlobSaver  ▲
 *                          └───────── PendingFile ─────────────────────┘
 * </pre>
 *
 * The <em>lister</em> goes through the source depth first, in the order of trees: it lists folders, looks at what is in them,
 * and passes on its <em>sightings</em>. The <em>matcher</em> follows with the folders of the <em>parent</em> snapshot in step,
 * and finds what that has in the place of each. The <em>walk</em> decides what has changed, and describes what it passes as
 * <em>steps</em>. Changed files are read and cut by a few archivers; their chunks are sealed by as many sealers as there are
 * processors, also those of one big file. The tree archiver follows the walk through the steps, waits for the content of each
 * file, and writes the trees from the leaves to the root. A folder in which nothing has changed gets the tree it has in the
 * parent.
 *
 * <p>Memory is bounded by two limits: lister, matcher and walk are at most some two thousand entries ahead of the tree archiver,
 * and the chunks between archivers and sealers have a common byte budget. A folder of millions of entries takes the memory of
 * its tree blob and of its names. There is no deadlock: sealers need nothing but a working store, archivers wait for sealers alone, the
 * tree archiver for both, the walk for the tree archiver, the matcher for the walk, the lister for the matcher.
 *
 * <p>All of these are threads of the system, not virtual ones, since reading files through system calls would block the
 * carriers that uploads run on. Their number does not depend on the number of files.
 */
@NullMarked
package dev.coffer.engine.archive;

import org.jspecify.annotations.NullMarked;
