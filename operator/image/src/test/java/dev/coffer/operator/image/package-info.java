@NullMarked
package dev.coffer.operator.image;

import org.jspecify.annotations.NullMarked;
