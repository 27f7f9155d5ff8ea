@NullMarked
package dev.coffer.operator.controller.schedule;

import org.jspecify.annotations.NullMarked;
