@NullMarked
package dev.coffer.backend.hotcold;

import org.jspecify.annotations.NullMarked;
