/**
 * Admission: the operator is asked about objects before they are stored. {@code review} has question and answer,
 * {@code validation} and {@code mutation} decide, {@code server} listens, {@code certificate} makes it trusted, and
 * {@code registration} tells the API server. This package puts them together.
 */
@NullMarked
package dev.coffer.operator.controller.admission;

import org.jspecify.annotations.NullMarked;
