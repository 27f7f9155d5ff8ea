@NullMarked
package dev.coffer.backend.memory;

import org.jspecify.annotations.NullMarked;
