@NullMarked
package dev.coffer.operator.api.variables;

import org.jspecify.annotations.NullMarked;
