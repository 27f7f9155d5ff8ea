/** Tests of patterns; the expectations were compared with what restic 0.19 excludes. */
@NullMarked
package dev.coffer.engine.filter;

import org.jspecify.annotations.NullMarked;
