/** Tests of the command line, in one process and without the network. */
@NullMarked
package dev.coffer.cli;

import org.jspecify.annotations.NullMarked;
