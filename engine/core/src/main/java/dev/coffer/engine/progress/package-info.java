/**
 * What running work tells about itself: facts as they happen, totals once they are known. Depends on the JDK alone.
 */
@NullMarked
package dev.coffer.engine.progress;

import org.jspecify.annotations.NullMarked;
