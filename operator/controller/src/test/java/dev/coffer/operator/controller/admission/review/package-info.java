/** Tests of what is asked and answered. */
@NullUnmarked
package dev.coffer.operator.controller.admission.review;

import org.jspecify.annotations.NullUnmarked;
