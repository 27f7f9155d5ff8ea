@NullMarked
package dev.coffer.operator.controller.pod;

import org.jspecify.annotations.NullMarked;
