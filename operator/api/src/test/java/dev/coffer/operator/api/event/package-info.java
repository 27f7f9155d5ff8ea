@NullMarked
package dev.coffer.operator.api.event;

import org.jspecify.annotations.NullMarked;
