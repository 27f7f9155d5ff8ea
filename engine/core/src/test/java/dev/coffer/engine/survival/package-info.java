/** Whatever goes wrong while a command runs, the repository stays sound: every command, under every fault, at every request. */
@NullMarked
package dev.coffer.engine.survival;

import org.jspecify.annotations.NullMarked;
