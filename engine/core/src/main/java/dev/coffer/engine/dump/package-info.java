/**
 * Files and folders of a snapshot as streams: a file as it is, a folder as a tar or zip archive that is written while its
 * content is loaded, whatever its size. The formats are written here, without a library: both take a few hundred lines,
 * and what is commonly at hand does without extended attributes, symbolic links or modes.
 *
 * <p>May depend on walk, the repository, and what lies below them.
 */
@NullMarked
package dev.coffer.engine.dump;

import org.jspecify.annotations.NullMarked;
