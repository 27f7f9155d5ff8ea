@NullMarked
package dev.coffer.operator.controller.access;

import org.jspecify.annotations.NullMarked;
