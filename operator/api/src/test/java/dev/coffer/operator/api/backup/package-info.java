@NullMarked
package dev.coffer.operator.api.backup;

import org.jspecify.annotations.NullMarked;
