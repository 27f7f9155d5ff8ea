/**
 * Making snapshots from others with changed trees: without some of the files, or without what is lost.
 *
 * <p>A <em>rule</em> decides about each node. Trees are rewritten from the leaves up while the snapshot is walked, node by node,
 * so that a huge folder takes little memory; one that comes again is not looked at again. Nothing but what has changed is
 * stored, and it is stored before the snapshot that needs it, which is stored before the old one is removed. May depend on
 * walk and all below it.
 */
@NullMarked
package dev.coffer.engine.rewrite;

import org.jspecify.annotations.NullMarked;
