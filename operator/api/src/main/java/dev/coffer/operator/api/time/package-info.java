/** Durations as manifests write them. Depends on nothing. */
@NullMarked
package dev.coffer.operator.api.time;

import org.jspecify.annotations.NullMarked;
