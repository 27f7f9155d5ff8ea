/** Makes pods of Tasks and Functions, and holds those that the operator brings along. Depends on pod parts. */
@NullMarked
package dev.coffer.operator.controller.task;

import org.jspecify.annotations.NullMarked;
