/**
 * Restoring a snapshot, or a part of it, to a directory.
 *
 * <p>Terms: the <em>target</em> is the directory restored to; a <em>path</em> is that of a node within the snapshot, and what
 * is restored from it stands at target + path. A <em>piece</em> is one data blob at one position of one file.
 *
 * <ol>
 *   <li>{@link dev.coffer.engine.restore.FirstPass} walks the tree, makes directories, compares what stands there already,
 *       enters the pieces that are needed into the {@link dev.coffer.engine.restore.RestorePlan}, and notes what is to be made
 *       in each {@link dev.coffer.engine.restore.PendingFolder} later on.
 *   <li>{@link dev.coffer.engine.restore.ContentRestorer} fetches the planned pieces pack by pack and writes them. A file gets
 *       its metadata while it is still open, after its last piece: what is incomplete never looks restored.
 *   <li>{@link dev.coffer.engine.restore.Deletion} walks again and removes what does not belong there, if asked for.
 *   <li>{@link dev.coffer.engine.restore.LastSteps} makes symbolic links, special files and further hard links, and sets the
 *       metadata of directories after all that is in them.
 *   <li>{@link dev.coffer.engine.restore.Verification} reads everything again, if asked for.
 * </ol>
 *
 * <p>A repository may be hostile. Nothing outside the target is ever touched: names that are no plain names and second nodes
 * of the same name are refused; every directory on the way below the target is either made here or looked at without
 * following symbolic links; no symbolic link is made before all content is written; and once it is, no
 * directory is removed to put something else in its place.
 *
 * <p>Depends on the walk and on what lies below it.
 */
@NullMarked
package dev.coffer.engine.restore;

import org.jspecify.annotations.NullMarked;
