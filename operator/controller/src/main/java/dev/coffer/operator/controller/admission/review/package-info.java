/** What the API server asks before it stores an object, and what it is answered: admission.k8s.io/v1. Depends on no other package. */
@NullMarked
package dev.coffer.operator.controller.admission.review;

import org.jspecify.annotations.NullMarked;
