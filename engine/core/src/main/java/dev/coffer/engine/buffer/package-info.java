/**
 * Memory for content on its way: large arrays that are used again instead of being left to the garbage collector, which would
 * copy them around and take far more memory than is in use. Depends on nothing.
 */
@NullMarked
package dev.coffer.engine.buffer;

import org.jspecify.annotations.NullMarked;
