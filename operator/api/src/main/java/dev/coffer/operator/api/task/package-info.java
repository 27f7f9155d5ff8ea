/** The kinds Function and Task, of which jobs are made. Depends on the parent package and on runtime settings. */
@NullMarked
package dev.coffer.operator.api.task;

import org.jspecify.annotations.NullMarked;
