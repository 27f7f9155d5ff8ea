/** Turns the annotations of command line options into code. */
@NullMarked
package dev.coffer.options;

import org.jspecify.annotations.NullMarked;
