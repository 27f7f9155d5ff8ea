/** Repositories in a container of Azure Blob Storage. */
@NullMarked
package dev.coffer.backend.azure;

import org.jspecify.annotations.NullMarked;
