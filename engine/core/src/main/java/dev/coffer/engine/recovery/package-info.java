/** Finding folders that no snapshot leads to any more. May depend on walk and all below it. */
@NullMarked
package dev.coffer.engine.recovery;

import org.jspecify.annotations.NullMarked;
