/** Tests of which specifications are refused. */
@NullUnmarked
package dev.coffer.operator.controller.admission.validation;

import org.jspecify.annotations.NullUnmarked;
