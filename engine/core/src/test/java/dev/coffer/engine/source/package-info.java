/** Tests of what is backed up, on real temporary folders. */
@NullMarked
package dev.coffer.engine.source;

import org.jspecify.annotations.NullMarked;
