/**
 * Copying snapshots, with all that they need, from one repository to another. Blobs are opened and verified, and sealed anew
 * with the other repository's key; their content, and so the ids of trees, stay the same. May depend on walk and all below it.
 */
@NullMarked
package dev.coffer.engine.copy;

import org.jspecify.annotations.NullMarked;
