@NullMarked
package dev.coffer.engine.archive;

import org.jspecify.annotations.NullMarked;
