/** Tests of how objects are changed. */
@NullUnmarked
package dev.coffer.operator.controller.admission.mutation;

import org.jspecify.annotations.NullUnmarked;
