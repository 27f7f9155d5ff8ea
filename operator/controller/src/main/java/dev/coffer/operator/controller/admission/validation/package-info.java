/** Refuses objects that nobody could work with. The rules are those of the controllers. Depends on review, repository and schedule. */
@NullMarked
package dev.coffer.operator.controller.admission.validation;

import org.jspecify.annotations.NullMarked;
