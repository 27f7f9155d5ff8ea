@NullMarked
package dev.coffer.operator.api.hook;

import org.jspecify.annotations.NullMarked;
