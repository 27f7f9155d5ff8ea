@NullMarked
package dev.coffer.operator.api.time;

import org.jspecify.annotations.NullMarked;
