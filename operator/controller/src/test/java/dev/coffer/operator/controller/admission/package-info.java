/** Tests of admission as a whole, against an API server in memory. */
@NullUnmarked
package dev.coffer.operator.controller.admission;

import org.jspecify.annotations.NullUnmarked;
