/** Tests of the life of certificates. */
@NullUnmarked
package dev.coffer.operator.controller.admission.certificate;

import org.jspecify.annotations.NullUnmarked;
