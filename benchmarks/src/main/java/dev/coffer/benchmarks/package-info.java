/**
 * Benchmarks of the steps a backup is made of, on named content, with other Java implementations beside ours. How to run
 * them stands in {@code benchmarks/README.md}. May use everything in the engine that is public.
 */
@NullMarked
package dev.coffer.benchmarks;

import org.jspecify.annotations.NullMarked;
