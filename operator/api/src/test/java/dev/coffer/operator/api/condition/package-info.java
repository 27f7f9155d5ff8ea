@NullMarked
package dev.coffer.operator.api.condition;

import org.jspecify.annotations.NullMarked;
