/**
 * A store in memory, and a store that fails on demand: for the tests of everything that works on a
 * {@link dev.coffer.backend.Backend}. Depends on {@code dev.coffer.backend} alone.
 */
@NullMarked
package dev.coffer.backend.memory;

import org.jspecify.annotations.NullMarked;
