/**
 * Removes data that no snapshot needs, in two steps that know nothing of each other: a plan, and its execution.
 *
 * <ol>
 *   <li>{@link dev.coffer.engine.prune.PrunePlanner} finds the blobs that snapshots need, and decides for every pack whether it
 *       is kept, removed, or gives way to new packs with those of its blobs that are needed. The decisions are those of restic
 *       0.19. It changes nothing, and refuses to plan if anything is not as it should be.
 *   <li>{@link dev.coffer.engine.prune.PruneExecutor} carries a {@link dev.coffer.engine.prune.PrunePlan} out, in an order in
 *       which nothing is removed before everything that replaces it is stored and listed.
 * </ol>
 *
 * <p>Of the blobs, a plan holds one bit each; else only what is known of whole packs is in memory. May depend on everything below
 * the work packages.
 *
 * <h2>In two phases, beside backups</h2>
 *
 * {@link dev.coffer.engine.prune.TwoPhasePrune} spreads a prune over two phases, so that what takes long happens beside backups.
 *
 * <p><em>Phase one</em>, under a shared lock as a backup has it: lists the snapshots, loads the index, finds what is needed, plans,
 * copies what is needed of packs that are to be rewritten, and marks the packs that are to go. It only adds files: packs, index
 * files that list those, and an index file that lists nothing and marks packs ({@link dev.coffer.engine.repository.PackMarks}).
 * Marked packs stay where they are, and listed. Packs in no index are left alone, as a backup may be about to list them.
 *
 * <p><em>Phase two</em>, under an exclusive lock, in the same run or a later one: looks which snapshots there are now, reads the
 * trees that are new, and lets {@link dev.coffer.engine.prune.MarkReview} decide which of the packs that have been marked for the
 * grace period may go: those of which everything needed is in a pack that stays, and that is there. Index files without these
 * packs take the place of the others, then the packs are removed, then the files with marks that are used up. Packs that
 * are needed again lose their marks with those files. A file of marks is never rewritten, so a mark has no gap in time.
 *
 * <p><em>Who saves something</em> with this engine does not rely on marked packs: what is in no other pack it stores again ({@link
 * dev.coffer.engine.index.Index#keeps}). Other programs do not know of marks.
 *
 * <h3>Why marked packs stay listed</h3>
 *
 * A backup of restic relies on whatever was listed when it began, and saves its snapshot later. If a pack vanished from the index
 * in between, the snapshot would need blobs that no index lists, though the pack is still there; {@code restic repair snapshots}
 * and {@code restic prune} would then lose them for good. Nothing tells which blobs a running backup relies on. So no pack may be
 * taken out of the index while any session of another program is running that may have begun before, and only an exclusive lock
 * tells that there is none. It is needed for that moment alone; all that is long is done by then.
 *
 * <h3>Why no blob is lost</h3>
 *
 * A session (a backup, by any program) reads the index at a time <i>a</i>, saves its snapshot at <i>b</i>, and relies on blobs
 * that were listed at <i>a</i>. Phase two lists snapshots at <i>t</i>, and has removed packs by <i>u</i>. Let a blob be needed by a
 * snapshot that exists at <i>u</i> or later.
 *
 * <ul>
 *   <li>If the snapshot was saved before <i>t</i>, phase two saw it, read its trees, and kept a pack with the blob that was there.
 *   <li>If its session began after <i>u</i>, it read an index without the removed packs.
 *   <li>Else the session overlaps phase two. <em>As long as locks work</em>, that cannot be: the session holds a shared lock, phase
 *       two an exclusive one. This holds for any program, with any grace period, whatever clocks say.
 *   <li><em>Without locks</em> (they were removed by hand, or taken for stale while a machine slept), let a removed pack have been
 *       marked at <i>m</i>, so <i>m</i> + grace &le; <i>t</i>. A session that began before <i>m</i> and takes no longer than the
 *       grace period ends before <i>t</i>: phase two saw its snapshot. One that began after <i>m</i> saw the mark, if it is one of
 *       this engine, and did not rely on the pack. Here clocks count: the grace period must be longer than a session by as much as
 *       clocks differ and as it takes to store a file. Other programs need locks, as they do for any prune.
 * </ul>
 *
 * What others do in between does no harm, since phase two trusts nothing but what is the case at <i>t</i>, and a mark only makes it
 * look at a pack. Whoever rewrites the index without marks (restic does) ends them: the packs are listed, whole, and marked
 * anew by the next phase one, with a new grace period. Whoever removes packs, or the copies that phase one made, holds an
 * exclusive lock and leaves something sound. If a phase ends early, copies are there that nobody needs, or marked packs that no
 * index lists; the next prune removes both. Two prunes may be in phase one at the same time, and even mark each other's
 * copies: phase two keeps one of two packs that both hold something needed.
 */
@NullMarked
package dev.coffer.engine.prune;

import org.jspecify.annotations.NullMarked;
