@NullMarked
package dev.coffer.operator.controller.invoker;

import org.jspecify.annotations.NullMarked;
