package dev.coffer.engine.archive;

import dev.coffer.engine.snapshot.GroupBy;

/** Which snapshot a backup is compared with, so that it need not read what has not changed. */
public sealed interface ParentChoice {

    /** None: everything is read. */
    record None() implements ParentChoice {}

    /** The newest one, not newer than the backup, that has these things in common with it; none if there is no such. */
    record Latest(GroupBy inCommon) implements ParentChoice {}

    /** The one with an id, beginning of an id, or {@code latest} among those that have these things in common. */
    record Named(String name, GroupBy inCommon) implements ParentChoice {}
}
