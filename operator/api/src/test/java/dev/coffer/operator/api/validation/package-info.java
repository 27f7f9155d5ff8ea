@NullMarked
package dev.coffer.operator.api.validation;

import org.jspecify.annotations.NullMarked;
