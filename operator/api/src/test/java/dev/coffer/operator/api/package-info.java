@NullMarked
package dev.coffer.operator.api;

import org.jspecify.annotations.NullMarked;
