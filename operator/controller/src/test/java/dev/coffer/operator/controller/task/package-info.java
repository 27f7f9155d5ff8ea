@NullMarked
package dev.coffer.operator.controller.task;

import org.jspecify.annotations.NullMarked;
