@NullMarked
package dev.coffer.engine.text;

import org.jspecify.annotations.NullMarked;
