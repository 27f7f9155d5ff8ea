/** Who this process is, as snapshots and locks record it. Depends on the JDK alone. */
@NullMarked
package dev.coffer.engine.host;

import org.jspecify.annotations.NullMarked;
