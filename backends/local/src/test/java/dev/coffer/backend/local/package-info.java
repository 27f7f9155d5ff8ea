@NullMarked
package dev.coffer.backend.local;

import org.jspecify.annotations.NullMarked;
