/** Whether the benchmarks run, and what they compare does the same work. */
@NullMarked
package dev.coffer.benchmarks;

import org.jspecify.annotations.NullMarked;
