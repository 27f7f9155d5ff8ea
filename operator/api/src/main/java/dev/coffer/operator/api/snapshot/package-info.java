/** The kind Snapshot: what is in a repository. Depends on the parent package. */
@NullMarked
package dev.coffer.operator.api.snapshot;

import org.jspecify.annotations.NullMarked;
