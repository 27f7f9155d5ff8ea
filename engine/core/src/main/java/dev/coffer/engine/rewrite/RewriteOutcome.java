package dev.coffer.engine.rewrite;

import dev.coffer.engine.blob.ObjectId;

/** What rewriting a snapshot has led to. */
public sealed interface RewriteOutcome {

    /** There was nothing to change, and nothing was done. */
    record Unchanged() implements RewriteOutcome {}

    /** There is a new snapshot. */
    record Saved(ObjectId id) implements RewriteOutcome {}

    /** Everything in the snapshot is lost, and it was removed. */
    record Removed() implements RewriteOutcome {}

    /** Everything in the snapshot is lost, but it stays, as nobody has asked for its removal. */
    record Lost() implements RewriteOutcome {}
}
