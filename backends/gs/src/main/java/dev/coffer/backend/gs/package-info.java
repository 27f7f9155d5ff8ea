/** Repositories in a bucket of Google Cloud Storage. */
@NullMarked
package dev.coffer.backend.gs;

import org.jspecify.annotations.NullMarked;
