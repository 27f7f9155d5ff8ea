@NullMarked
package dev.coffer.operator.api.naming;

import org.jspecify.annotations.NullMarked;
