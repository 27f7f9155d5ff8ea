/** Repositories in a bucket of Backblaze B2. */
@NullMarked
package dev.coffer.backend.b2;

import org.jspecify.annotations.NullMarked;
