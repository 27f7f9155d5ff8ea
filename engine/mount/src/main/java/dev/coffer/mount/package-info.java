/**
 * Shows the folders and files of {@link dev.coffer.engine.browse} as a mounted file system. The only user of libfuse, by way of
 * jfuse.
 */
@NullMarked
package dev.coffer.mount;

import org.jspecify.annotations.NullMarked;
