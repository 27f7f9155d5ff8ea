@NullMarked
package dev.coffer.operator.api.phase;

import org.jspecify.annotations.NullMarked;
