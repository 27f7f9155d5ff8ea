@NullMarked
package dev.coffer.engine.snapshot;

import org.jspecify.annotations.NullMarked;
