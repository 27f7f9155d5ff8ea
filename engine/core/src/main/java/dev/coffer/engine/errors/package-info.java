/** The ways in which work on a repository fails, and how people are told. Depends on the JDK alone. */
@NullMarked
package dev.coffer.engine.errors;

import org.jspecify.annotations.NullMarked;
