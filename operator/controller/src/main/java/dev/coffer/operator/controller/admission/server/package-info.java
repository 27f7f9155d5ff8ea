/** Answers reviews by HTTPS, with the JDK's server on virtual threads. Depends on review. */
@NullMarked
package dev.coffer.operator.controller.admission.server;

import org.jspecify.annotations.NullMarked;
