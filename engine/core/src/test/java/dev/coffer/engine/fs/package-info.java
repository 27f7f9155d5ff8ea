/** Tests of the local file system, on real temporary folders. */
@NullMarked
package dev.coffer.engine.fs;

import org.jspecify.annotations.NullMarked;
