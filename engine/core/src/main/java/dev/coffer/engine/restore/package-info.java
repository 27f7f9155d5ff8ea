/**
 * Restoring a snapshot, or a part of it, to a directory.
 *
 * <p>Terms: the <em>target</em> is the directory restored to; a <em>path</em> is that of a node within the snapshot, and what
 * is restored from it stands at target + path. A <em>piece</em> is one data blob at one position of one file.
 *
 * <ol>
 *   <li>{@link dev.coffer.engine.restore.FirstPass} walks the tree, makes directories, compares what stands there already,
 *       and enters the pieces that are needed into the {@link dev.coffer.engine.restore.RestorePlan}.
 *   <li>{@link dev.coffer.engine.restore.ContentRestorer} fetches the planned pieces pack by pack and writes them.
 *   <li>{@link dev.coffer.engine.restore.SecondPass} walks again: symbolic links, special files and further hard links,
 *       metadata of files, removal of what does not belong there, metadata of directories after all that is in them.
 *   <li>{@link dev.coffer.engine.restore.Verification} reads everything again, if asked for.
 * </ol>
 *
 * <p>A repository may be hostile. Nothing outside the target is ever touched: names that are no plain names and second nodes
 * of the same name are refused; every directory on the way below the target is either made here or looked at without
 * following symbolic links; no symbolic link is made before all content is written; and the second pass never removes a
 * directory to put something else in its place.
 *
 * <p>Depends on the walk and on what lies below it.
 */
@NullMarked
package dev.coffer.engine.restore;

import org.jspecify.annotations.NullMarked;
