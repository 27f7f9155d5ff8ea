@NullMarked
package dev.coffer.operator.api.restore;

import org.jspecify.annotations.NullMarked;
