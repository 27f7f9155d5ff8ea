/** Tests of webhook configurations. */
@NullUnmarked
package dev.coffer.operator.controller.admission.registration;

import org.jspecify.annotations.NullUnmarked;
