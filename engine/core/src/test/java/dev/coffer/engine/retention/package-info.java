@NullMarked
package dev.coffer.engine.retention;

import org.jspecify.annotations.NullMarked;
