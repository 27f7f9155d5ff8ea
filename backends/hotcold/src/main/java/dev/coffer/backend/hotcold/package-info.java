/** Repositories in two stores: a cheap one that has all of it, and a fast one in front of it. */
@NullMarked
package dev.coffer.backend.hotcold;

import org.jspecify.annotations.NullMarked;
