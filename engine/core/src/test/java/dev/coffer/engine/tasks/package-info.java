@NullMarked
package dev.coffer.engine.tasks;

import org.jspecify.annotations.NullMarked;
