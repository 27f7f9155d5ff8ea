@NullMarked
package dev.coffer.engine.store;

import org.jspecify.annotations.NullMarked;
