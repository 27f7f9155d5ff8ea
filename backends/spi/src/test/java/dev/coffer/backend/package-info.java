@NullMarked
package dev.coffer.backend;

import org.jspecify.annotations.NullMarked;
