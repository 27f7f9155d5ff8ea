@NullMarked
package dev.coffer.engine.host;

import org.jspecify.annotations.NullMarked;
