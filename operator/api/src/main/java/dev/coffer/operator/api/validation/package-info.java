/**
 * Rules about objects that their schemas cannot express, for admission and controllers alike. Depends on the kinds and on
 * durations.
 */
@NullMarked
package dev.coffer.operator.api.validation;

import org.jspecify.annotations.NullMarked;
