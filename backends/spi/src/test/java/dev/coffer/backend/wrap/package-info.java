@NullMarked
package dev.coffer.backend.wrap;

import org.jspecify.annotations.NullMarked;
