/**
 * The program {@code coffer}: commands and options of the command line, what is printed, exit codes. The only package that
 * knows picocli. {@link dev.coffer.cli.Main} puts everything together.
 */
@NullMarked
package dev.coffer.cli;

import org.jspecify.annotations.NullMarked;
