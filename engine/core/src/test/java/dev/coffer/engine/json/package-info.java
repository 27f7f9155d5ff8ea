@NullMarked
package dev.coffer.engine.json;

import org.jspecify.annotations.NullMarked;
