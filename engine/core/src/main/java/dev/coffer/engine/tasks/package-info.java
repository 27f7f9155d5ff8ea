/** Running several blocking tasks as one. Depends on the JDK alone. */
@NullMarked
package dev.coffer.engine.tasks;

import org.jspecify.annotations.NullMarked;
