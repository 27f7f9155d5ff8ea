@NullMarked
package dev.coffer.backend.b2;

import org.jspecify.annotations.NullMarked;
