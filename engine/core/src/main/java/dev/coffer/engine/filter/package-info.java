/**
 * Patterns that choose paths, for excluding and including (repository format, "Excludes").
 *
 * <p>A <em>pattern</em> is a path whose components may hold the wildcards of Go's {@code filepath.Match}: {@code *}, {@code
 * ?}, {@code [a-z]}, {@code [^x]}, and {@code \} before a character that stands for itself. The component {@code **} is any
 * number of components. A pattern that begins with {@code /} is <em>anchored</em>: it must match from the root; any other
 * matches a run of components at any depth. What is below a match matches too. A pattern after {@code !} takes back what
 * patterns before it matched. Depends on text.
 */
@NullMarked
package dev.coffer.engine.filter;

import org.jspecify.annotations.NullMarked;
